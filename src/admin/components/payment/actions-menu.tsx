import {
  ArrowPath,
  ArrowUturnLeft,
  BellAlert,
  CheckCircle,
  EllipsisHorizontal,
  ShoppingCart,
  TruckFast,
  XCircle,
} from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import type { ComponentType } from "react"
import type { AdminPayment, PaymentAction } from "../../../http-types"
import { useWords } from "../../lib/use-words"

const ICONS: Record<PaymentAction, ComponentType> = {
  refresh: ArrowPath,
  remind: BellAlert,
  report_delivery: TruckFast,
  cancel: XCircle,
  refund: ArrowUturnLeft,
  keep: CheckCircle,
  complete: ShoppingCart,
}

interface ActionsMenuProps {
  payment: AdminPayment
  run: (action: PaymentAction) => void
  isBusy: boolean
}

/** Everything that can be done with a payment as it stands. */
export function ActionsMenu({ payment, run, isBusy }: ActionsMenuProps) {
  const { say } = useWords()
  if (payment.actions.length === 0) return null
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={say("order.actionsMenu")}
          isLoading={isBusy}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        {payment.actions.map((action) => {
          const Icon = ICONS[action]
          return (
            <DropdownMenu.Item key={action} className="gap-x-2" onClick={() => run(action)}>
              <span aria-hidden className="text-ui-fg-subtle flex">
                <Icon />
              </span>
              {say(`order.actions.${action}`)}
            </DropdownMenu.Item>
          )
        })}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
