import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CurrencyDollar } from "@medusajs/icons"
import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useSearchParams } from "react-router-dom"
import { PaymentDrawer } from "../../components/payments-table/payment-drawer"
import { PaymentsTable } from "../../components/payments-table/payments-table"
import { exportPayments, type PaymentsWish, type View } from "../../lib/payments-query"
import { useWords } from "../../lib/use-words"

const VIEWS: View[] = ["all", "attention", "waiting"]
const FIRST: PaymentsWish = { view: "all", q: "", filters: {}, order: "-created_at", page: 0 }

/** All payments created with secuconnect, and those that need attention. */
function Payments() {
  const { say, language } = useWords()
  const [wish, setWish] = useState(FIRST)
  const [params, setParams] = useSearchParams()
  const [isExporting, setExporting] = useState(false)
  const change = useCallback(
    (wanted: Partial<PaymentsWish>) => setWish((last) => ({ ...last, page: 0, ...wanted })),
    [],
  )
  const open = useCallback((id: string) => setParams({ payment: id }), [setParams])
  const opened = params.get("payment")
  const download = () => {
    setExporting(true)
    exportPayments(wish, language)
      .catch(() => toast.error(say("payments.exportFailed")))
      .finally(() => setExporting(false))
  }
  return (
    <Container id="secuconnect-payments" className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
        <div>
          <Heading>{say("payments.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {say("payments.description")}
          </Text>
        </div>
        <Button size="small" variant="secondary" isLoading={isExporting} onClick={download}>
          {say("payments.export")}
        </Button>
      </div>
      <div
        role="group"
        aria-label={say("payments.views.label")}
        className="flex flex-wrap gap-2 px-6 py-4"
      >
        {VIEWS.map((view) => (
          <Button
            key={view}
            size="small"
            variant={view === wish.view ? "secondary" : "transparent"}
            aria-pressed={view === wish.view}
            onClick={() => change({ view })}
          >
            {say(`payments.views.${view}`)}
          </Button>
        ))}
      </div>
      <PaymentsTable wish={wish} change={change} open={open} />
      {opened === null ? null : <PaymentDrawer id={opened} close={() => setParams({})} />}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "payments.menu",
  translationNs: "secuconnect",
  icon: CurrencyDollar,
})

export default Payments
