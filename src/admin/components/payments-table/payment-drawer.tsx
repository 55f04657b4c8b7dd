import { XMark } from "@medusajs/icons"
import { Button, Drawer, IconButton, Kbd } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminPayment } from "../../../http-types"
import { usePayment } from "../../lib/use-payments"
import { useWords } from "../../lib/use-words"
import { LoadFailed } from "../load-failed"
import { PaymentCard } from "../payment/payment-card"

/** One payment beside the list, also one that has no order. Medusa's own header has a nameless ✕. */
export function PaymentDrawer({ id, close }: { id: string; close: () => void }) {
  const { say } = useWords()
  const { data, error, refetch } = usePayment(id)
  return (
    <Drawer open onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Drawer.Content aria-describedby={undefined}>
        <div className="flex items-start justify-between gap-x-4 border-b px-6 py-4">
          <Drawer.Title>
            {say("payments.details", { reference: data?.payment.reference ?? "…" })}
          </Drawer.Title>
          <div className="flex items-center gap-x-2">
            <Kbd>esc</Kbd>
            <Drawer.Close asChild>
              <IconButton
                type="button"
                size="small"
                variant="transparent"
                aria-label={say("common.close")}
              >
                <XMark />
              </IconButton>
            </Drawer.Close>
          </div>
        </div>
        <Drawer.Body className="divide-y overflow-y-auto p-0">
          {data ? <PaymentCard payment={data.payment} /> : null}
          {error && !data ? <LoadFailed error={error} retry={refetch} /> : null}
        </Drawer.Body>
        <Drawer.Footer>
          <ToOrder order={data?.payment.order ?? null} />
          <Drawer.Close asChild>
            <Button size="small">{say("common.close")}</Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function ToOrder({ order }: Pick<AdminPayment, "order">) {
  const { say } = useWords()
  if (!order) return null
  const { id, display_id } = order
  return (
    <Button size="small" variant="secondary" asChild>
      <Link to={`/orders/${id}`}>
        {display_id === null
          ? say("payments.order")
          : say("payments.toOrder", { number: display_id })}
      </Link>
    </Button>
  )
}
