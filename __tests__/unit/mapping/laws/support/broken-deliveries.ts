import type {
  AuditedCase,
  AuditedCheckout,
  AuditedItem,
} from "../../../../../src/mapping/laws/facts"
import type { LawCode } from "../../../../../src/mapping/laws/laws"
import { daysAgo, isIn, paidCase } from "./cases"

/** One of an article that is sent; nothing has happened to it. */
export const item = (fields: Partial<AuditedItem> = {}): AuditedItem => ({
  ...{ quantity: 1, is_sent: true, shipped: 0, delivered: 0, came_back: 0, written_off: 0 },
  ...fields,
})

const SENT = item({ shipped: 1 })

interface Invoice {
  items?: AuditedItem[]
  /** When the last of it left. */
  shipped_at?: Date | null
  status?: string
  reports?: [kind: "capture" | "shipping_information", state: string][]
  checkout?: Partial<AuditedCheckout>
}

/** An invoice that waits for its last shipment; all of it left three days ago. */
export function invoiceCase({
  items = [SENT],
  shipped_at = daysAgo(3),
  status = "pending",
  reports = [],
  checkout = {},
}: Invoice = {}): AuditedCase {
  const delivery_reports = reports.map(([kind, state]) => {
    return { kind, state, created_at: daysAgo(0.5) }
  })
  return paidCase(
    { captures: [31.9] },
    {
      order: { items, shipped_at, status },
      checkout: {
        secuconnect: { ...isIn(3190), unshipped: 3190 },
        delivery_reports,
        ...checkout,
      },
    },
  )
}

const DELIVERED: [what: string, invoice: Invoice][] = [
  ["shipped three days ago", {}],
  [
    "its first parcel has arrived, and its last is on its way",
    { items: [item({ shipped: 1, delivered: 1 }), SENT] },
  ],
  ["it has a download beside it that nobody fulfils", { items: [SENT, item({ is_sent: false })] }],
  ["it was collected", { items: [item({ delivered: 1 })] }],
  ["it came back", { items: [item({ came_back: 1 })] }],
  ["a part was sent and the rest written off", { items: [SENT, item({ written_off: 1 })] }],
  ["only its tracking was refused", { reports: [["shipping_information", "refused"]] }],
  ["only its tracking is to be sent", { reports: [["shipping_information", "open"]] }],
  ["its report was refused, and nobody is told", { reports: [["capture", "refused"]] }],
  ["its report was taken, and it waits all the same", { reports: [["capture", "done"]] }],
]

/** Invoices that do not become due, and reports that are not sent. */
export const BROKEN_DELIVERIES: [LawCode, string, AuditedCase][] = [
  ...DELIVERED.map(([what, invoice]): [LawCode, string, AuditedCase] => {
    return ["delivery_not_reported", what, invoiceCase(invoice)]
  }),
  [
    "report_open",
    "for two days",
    invoiceCase({
      checkout: {
        delivery_reports: [{ kind: "capture", state: "open", created_at: daysAgo(2) }],
      },
    }),
  ],
]
