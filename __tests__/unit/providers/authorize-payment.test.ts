import { authorizePayment } from "../../../src/providers/secuconnect/authorize-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench } from "./support/ledger"
import { paymentOf, startVendor } from "./support/vendor"

afterEach(stopServers)

const open = async (transaction: object = {}) => {
  const vendor = await startVendor({}, transaction)
  return { vendor, bench: await openBench(vendor.url) }
}

describe("what Medusa is told when a cart is completed", () => {
  it.each([
    ["created", "pending"],
    ["processing", "pending"],
    ["approved", "authorized"],
    ["pending", "pending_authorization"],
    ["ok", "captured"],
    ["received", "captured"],
    ["shipped", "captured"],
    ["collection", "captured"],
    ["collected", "captured"],
    ["failed", "error"],
    ["cancelled", "canceled"],
    ["expired", "pending"],
  ])("%s: %s", async (status, told) => {
    const { bench } = await open({ status })
    const { status: answer, data } = await authorizePayment(bench, "payses_1")
    expect(answer).toBe(told)
    expect(data).toMatchObject({ session_id: "payses_1", checkout_id: bench.checkout.id })
  })

  it.each([
    ["ok", "requires_more"],
    ["approved", "requires_more"],
    ["pending", "requires_more"],
    ["created", "pending"],
    ["failed", "error"],
    ["cancelled", "canceled"],
  ])("%s over another amount: %s", async (status, told) => {
    const { bench } = await open({ status, sum: 1 })
    expect((await authorizePayment(bench, "payses_1")).status).toBe(told)
  })

  it.each([["payses_2"], ["undefined"], [""]])(
    "an error for a session that nobody knows: %j",
    async (id) => {
      const { bench } = await open()
      expect(await authorizePayment(bench, id)).toEqual({
        status: "error",
        data: { session_id: id },
      })
    },
  )

  it("nothing while secuconnect cannot be read: the call fails", async () => {
    const { bench } = await open({ status: "created" })
    await stopServers()
    await expect(authorizePayment(bench, "payses_1")).rejects.toMatchObject({ kind: "unreachable" })
  })

  it("an unknown status is logged in secuconnect's words", async () => {
    const { bench } = await open({ status: "expired" })
    await authorizePayment(bench, "payses_1")
    expect(bench.log.join("\n")).toContain('STX_1 has the unknown status "expired"')
  })
})

interface Pair {
  older: string
  newer: string
  told: string
  by: "older" | "newer"
}

describe("a session with two Smart Transactions", () => {
  const rows: Pair[] = [
    { older: "ok", newer: "created", told: "captured", by: "older" },
    { older: "approved", newer: "created", told: "authorized", by: "older" },
    { older: "pending", newer: "created", told: "pending_authorization", by: "older" },
    { older: "ok", newer: "pending", told: "captured", by: "older" },
    { older: "ok", newer: "approved", told: "captured", by: "older" },
    { older: "approved", newer: "pending", told: "authorized", by: "older" },
    { older: "pending", newer: "ok", told: "captured", by: "newer" },
    { older: "created", newer: "ok", told: "captured", by: "newer" },
    { older: "ok", newer: "failed", told: "captured", by: "older" },
    { older: "cancelled", newer: "created", told: "pending", by: "newer" },
    { older: "created", newer: "failed", told: "error", by: "newer" },
  ]
  it.each(rows)("$older and then $newer: $told, by the $by", async ({ older, newer, told, by }) => {
    const { vendor, bench } = await open({ status: older })
    const payments = [{ id: "PCI_2", status_simple: paymentOf(newer), effective: 4485 }]
    vendor.transactions["STX_2"] = { status: newer, sum: 4485, payments }
    const second = await bench.addCheckout({ stx_id: "STX_2" })
    const { status, data } = await authorizePayment(bench, "payses_1")
    expect(status).toBe(told)
    expect(data).toMatchObject({ checkout_id: by === "older" ? bench.checkout.id : second.id })
  })

  it("never by one that differs: the other one pays", async () => {
    const { vendor, bench } = await open({ status: "ok" })
    vendor.transactions["STX_2"] = { status: "ok", sum: 1, payments: [] }
    await bench.addCheckout({ stx_id: "STX_2" })
    const { status, data } = await authorizePayment(bench, "payses_1")
    expect(status).toBe("captured")
    expect(data).toMatchObject({ checkout_id: bench.checkout.id })
  })

  it("never by one that was not created", async () => {
    const { bench } = await open({ status: "ok" })
    await bench.ledger.updateCheckouts({ id: bench.checkout.id, creation: "unclear" })
    expect((await authorizePayment(bench, "payses_1")).status).toBe("error")
  })
})

describe("the order costs something else than was paid", () => {
  const other = {
    id: "payses_other",
    payment_collection_id: "paycol_1",
    provider_id: "pp_system_default",
    status: "authorized",
    amount: 44.85,
  }

  const waiting = { ...other, status: "pending_authorization" }
  const pending = { ...other, status: "pending" }

  const NO_OTHERS: object[] = []

  /** A cart of 44.85 that the core has just made an order of. */
  const order = async ({ total = 44.85, version = 1, sessions = NO_OTHERS }, status = "ok") => {
    const { vendor, bench } = await open({ status })
    const own = { id: "payses_1", provider_id: "pp_secuconnect_secuconnect", status: "pending" }
    const priced = { currency_code: "eur", total }
    const collection = { payment_collection_id: "paycol_1" }
    bench.known["payment_session"] = [{ ...own, amount: 44.85, ...collection }, ...sessions]
    bench.known["cart_payment_collection"] = [{ ...collection, cart_id: "cart_1" }]
    bench.known["order_cart"] = [{ order_id: "order_1" }]
    bench.known["order"] = [{ id: "order_1", ...priced, version }]
    return { vendor, bench }
  }

  it.each([
    { what: "more", status: "ok", total: 797.5, says: /Your payment has arrived/ },
    { what: "a cent less", status: "ok", total: 44.84, says: /Your payment has arrived/ },
    { what: "more", status: "approved", total: 50, says: /It is being cancelled/ },
    { what: "less", status: "pending", total: 40, says: /It is being cancelled/ },
  ])(
    "$what, $status: refused with a sentence for the shopper, and looked at at once",
    async ({ status, total, says }) => {
      const { bench } = await order({ total }, status)
      const refused = authorizePayment(bench, "payses_1")
      await expect(refused).rejects.toThrow(says)
      await expect(refused).rejects.toMatchObject({
        type: "payment_authorization_error",
        code: "checkout_amount_changed",
      })
      expect(bench.log.join("\n")).toContain(`44.85 EUR paid, ${String(total)} EUR due`)
      expect((await bench.read()).due_at).not.toBeNull()
    },
  )

  it.each([
    ["the same", {}],
    ["more since an edit", { total: 60, version: 2 }],
    ["a part that another provider has authorized", { total: 89.7, sessions: [other] }],
  ])("%s: authorized", async (_what, found) => {
    const { bench } = await order(found)
    expect((await authorizePayment(bench, "payses_1")).status).toBe("captured")
  })

  it("more, and it counts on the payment already: the money is booked", async () => {
    const { bench } = await order({ total: 60 })
    await bench.ledger.updateCheckouts({ id: bench.checkout.id, order_id: "order_1" })
    expect((await authorizePayment(bench, "payses_1")).status).toBe("captured")
  })

  it("nothing, because another session pays: this one is closed", async () => {
    const { bench } = await order({ sessions: [other] })
    expect((await authorizePayment(bench, "payses_1")).status).toBe("canceled")
  })

  it.each([
    ["another session pays for all", { sessions: [other] }, "canceled"],
    ["another one waits for all", { sessions: [waiting] }, "canceled"],
    ["another one pays a part", { total: 89.7, sessions: [other] }, "pending"],
    ["another one is open too", { sessions: [pending] }, "pending"],
    ["it is alone", {}, "pending"],
    ["the order was edited", { sessions: [other], version: 2 }, "pending"],
  ])("nothing yet, and %s", async (_what, found, told) => {
    for (const status of ["created", "expired"]) {
      const { bench } = await order(found, status)
      expect((await authorizePayment(bench, "payses_1")).status).toBe(told)
    }
  })
})

describe("another session of the same cart has been paid", () => {
  const beside = async (status: string, paid: { status: string; sum?: number }) => {
    const { vendor, bench } = await open({ status })
    const status_simple = paymentOf(paid.status)
    const payments = [{ id: "PCI_2", status_simple, effective: 4485 }]
    vendor.transactions["STX_2"] = { sum: 4485, payments, ...paid }
    const second = await bench.addCheckout({ stx_id: "STX_2", payment_session_id: "payses_2" })
    const session = { provider_id: "pp_secuconnect_secuconnect", status: "pending", amount: 44.85 }
    const collection = { payment_collection_id: "paycol_1" }
    const ids = ["payses_1", "payses_2"]
    bench.known["payment_session"] = ids.map((id) => ({ id, ...collection, ...session }))
    bench.known["cart_payment_collection"] = [{ ...collection, cart_id: "cart_1" }]
    bench.known["cart"] = [{ id: "cart_1", currency_code: "eur", total: 44.85 }]
    return { bench, second }
  }

  it.each([
    ["created", "ok"],
    ["created", "pending"],
    ["pending", "ok"],
    ["approved", "ok"],
    ["pending", "approved"],
  ])("this one %s, the other one %s: the other one gets the order", async (status, paid) => {
    const { bench, second } = await beside(status, { status: paid })
    await expect(authorizePayment(bench, "payses_1")).rejects.toMatchObject({
      code: "checkout_already_paid",
    })
    expect((await bench.read(second.id)).due_at).not.toBeNull()
  })

  it.each([
    ["ok", { status: "ok" }, "captured"],
    ["ok", { status: "pending" }, "captured"],
    ["approved", { status: "approved" }, "authorized"],
    ["created", { status: "created" }, "pending"],
    ["created", { status: "ok", sum: 1 }, "pending"],
    ["failed", { status: "ok" }, "error"],
  ])("this one %s, the other one %j: %s", async (status, paid, told) => {
    const { bench } = await beside(status, paid)
    expect((await authorizePayment(bench, "payses_1")).status).toBe(told)
  })
})
