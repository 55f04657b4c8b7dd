import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { formatMoney, formatTime } from "../../lib/format"
import type { AdminPaymentRow } from "../../../http-types"
import type { Say } from "../../lib/use-words"
import { MethodName } from "../method-name"
import { TestBadge, PaymentStatus } from "../payment-badges"

const helper = createDataTableColumnHelper<AdminPaymentRow>()

interface Wording {
  say: Say
  language: string
  open: (id: string) => void
}

/** Columns whose ids are what the server sorts by. */
export function columnsOf({ say, language, open }: Wording) {
  return [
    helper.accessor("created_at", {
      header: say("payments.columns.created"),
      enableSorting: true,
      sortAscLabel: say("payments.sort.oldest"),
      sortDescLabel: say("payments.sort.newest"),
      cell: ({ row: { original: payment } }) => (
        <button
          type="button"
          className="txt-compact-small text-ui-fg-base hover:text-ui-fg-interactive text-nowrap"
          aria-label={say("payments.open", {
            when: formatTime(payment.created_at, language),
            reference: payment.reference,
          })}
          onClick={(event) => {
            event.stopPropagation()
            open(payment.id)
          }}
        >
          {formatTime(payment.created_at, language)}
        </button>
      ),
    }),
    helper.display({
      id: "order",
      header: say("payments.columns.order"),
      cell: ({ row }) => <OrderLink say={say} order={row.original.order} />,
    }),
    helper.display({
      id: "state",
      header: say("payments.columns.state"),
      cell: ({ row: { original: payment } }) => (
        <span className="flex items-center gap-x-2">
          <PaymentStatus state={payment.state} />
          {payment.is_demo ? <TestBadge /> : null}
        </span>
      ),
    }),
    helper.display({
      id: "method",
      header: say("payments.columns.method"),
      cell: ({ row }) => <Method method={row.original.method} />,
    }),
    helper.display({
      id: "attention",
      header: say("payments.columns.attention"),
      cell: ({ row }) => <Attention say={say} code={row.original.attention} />,
    }),
    helper.display({
      id: "trans_id",
      header: say("payments.columns.ids"),
      cell: ({ row }) => row.original.trans_id,
    }),
    helper.accessor("amount", {
      header: say("payments.columns.amount"),
      align: "right",
      enableSorting: true,
      sortAscLabel: say("payments.sort.least"),
      sortDescLabel: say("payments.sort.most"),
      cell: ({ row: { original: payment } }) => formatMoney(payment.amount, payment, language),
    }),
  ]
}

function OrderLink({ say, order: found }: { say: Say; order: AdminPaymentRow["order"] }) {
  if (!found) return <Text size="small">–</Text>
  const { id, display_id } = found
  return (
    <Link
      to={`/orders/${id}`}
      className="text-ui-fg-base hover:text-ui-fg-interactive text-nowrap underline"
      onClick={(event) => event.stopPropagation()}
    >
      {display_id === null ? say("payments.order") : `#${display_id}`}
    </Link>
  )
}

/** Nobody has chosen yet: the general words for that would be the widest of the column. */
function Method({ method }: Pick<AdminPaymentRow, "method">) {
  if (method === null || method === "general") return <Text size="small">–</Text>
  return <MethodName method={method} />
}

function Attention({ say, code }: { say: Say; code: AdminPaymentRow["attention"] }) {
  if (code === null) return null
  return (
    <span className="text-ui-fg-error block min-w-36 whitespace-normal py-2">
      {say(`order.warning.${code}.title`)}
    </span>
  )
}
