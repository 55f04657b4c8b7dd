import { checkout, isIn, brokenIn, daysAgo, knownIn } from "./support/cases"
import { invoiceCase, item } from "./support/broken-deliveries"

describe("no law is broken by an invoice", () => {
  it.each<[what: string, invoice: Parameters<typeof invoiceCase>[0]]>([
    ["that was reported", { checkout: { secuconnect: isIn(3190) } }],
    ["whose report is on its way", { reports: [["capture", "open"]] }],
    ["that was shipped an hour ago", { shipped_at: daysAgo(1 / 24) }],
    ["of which a part is to be sent", { items: [item({ shipped: 1 }), item()] }],
    ["of which one of two is to be sent", { items: [item({ quantity: 2, shipped: 1 })] }],
    ["of which nothing was sent", { items: [item()], shipped_at: null }],
    ["of a download that nobody fulfils", { items: [item({ is_sent: false })], shipped_at: null }],
  ])("%s", (_what, invoice) => {
    expect(brokenIn(invoiceCase(invoice))).toEqual([])
  })

  it("nor where the shop does not report", () => {
    const settings = { reportDelivery: false, abandonAfterHours: 24 }
    expect(brokenIn({ ...invoiceCase(), settings })).toEqual([])
  })
})

describe("somebody knows of an invoice whose report was refused", () => {
  it.each(["delivery_not_reported", "amount_differs", "paid_twice"])(
    "where its payment needs attention for %s",
    (attention) => {
      const found = invoiceCase({ reports: [["capture", "refused"]], checkout: { attention } })
      expect(brokenIn(found)).toEqual([])
      expect(knownIn(found)).toEqual(["delivery_not_reported"])
    },
  )

  it("but not where only its tracking was, whatever its payment needs attention for", () => {
    const found = invoiceCase({
      reports: [["shipping_information", "refused"]],
      checkout: { attention: "amount_differs" },
    })
    expect(brokenIn(found)).toEqual(["delivery_not_reported"])
  })
})

it("an invoice for an order that was paid otherwise does not become due, and is told of as orphaned", () => {
  const { secuconnect } = invoiceCase().checkouts[0] ?? checkout()
  const other = checkout({ ...{ id: "scchk_2", secuconnect }, attention: "orphaned" })
  const paid = invoiceCase({ checkout: { secuconnect: isIn(3190) } })
  const found = { ...paid, checkouts: [...paid.checkouts, other] }
  expect(brokenIn(found)).toEqual([])
  expect(knownIn(found)).not.toContain("delivery_not_reported")
  expect(knownIn(found)).not.toEqual([])
})
