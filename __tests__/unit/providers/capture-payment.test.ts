import { capturePayment } from "../../../src/providers/secuconnect/capture-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, type Mishap, type Vendor } from "./support/vendor"

afterEach(stopServers)

const LINK = { order_id: "order_1", payment_collection_id: "paycol_1" }

const AUTHORIZED = { payment: { status_simple: 2 }, transaction: { status: "approved" } }

async function open({
  payment,
  transaction,
}: { payment?: object; transaction?: object } = AUTHORIZED): Promise<{
  vendor: Vendor
  bench: Bench
}> {
  const vendor = await startVendor(payment, transaction)
  return { vendor, bench: await openBench(vendor.url) }
}

const capture = (bench: Bench, capture_id: string | undefined = "capt_1") =>
  capturePayment(bench, { data: { checkout_id: bench.checkout.id }, capture_id })

const askedOf = ({ asked }: Bench, entity: string) =>
  asked.flatMap((question) => (question.entity === entity ? [question.filters] : []))

const states = async (bench: Bench) => (await bench.requests()).map(({ state }) => state)

describe("a capture, by what is true at secuconnect", () => {
  it("takes an authorized payment, and writes the request down", async () => {
    const { vendor, bench } = await open()
    const data = await capture(bench)
    expect(vendor.moved).toEqual(["start STX_1"])
    expect(data).toMatchObject({ checkout_id: bench.checkout.id, payment_ids: ["PCI_1"] })
    expect(await bench.requests()).toMatchObject([
      {
        checkout_id: bench.checkout.id,
        kind: "capture",
        target_id: "STX_1",
        amount: 4485,
        medusa_id: "capt_1",
        state: "done",
      },
    ])
    expect((await bench.read()).status).toBe("accepted")
  })

  it.each(["ok", "received", "shipped", "collection", "collected"])(
    "sends nothing for a payment that is taken already: %s",
    async (status) => {
      const { vendor, bench } = await open({ transaction: { status } })
      await capture(bench)
      expect(vendor.moved).toEqual([])
      expect(await states(bench)).toEqual([])
    },
  )

  it.each([
    ["pending", 10, "the capture is not confirmed yet. It is booked here as soon as it is."],
    ["ok", 13, "the capture is not confirmed yet. It is booked here as soon as it is."],
    ["created", 0, "this payment cannot be captured, it is open."],
    ["failed", 3, "this payment cannot be captured, it is failed."],
    ["ok", 3, "this payment cannot be captured, it is failed."],
    ["cancelled", 5, "this payment cannot be captured, it is cancelled."],
    ["expired", 2, "this payment cannot be captured, it is unknown."],
  ])("sends nothing and says why while it is %s, its payment %i", async (status, number, why) => {
    const payment = { status_simple: number }
    const { vendor, bench } = await open({ payment, transaction: { status } })
    await expect(capture(bench)).rejects.toMatchObject({
      type: "not_allowed",
      code: "secuconnect_money_request_failed",
      message: `secuconnect: ${why}`,
    })
    expect(vendor.moved).toEqual([])
  })

  it("is not done while secuconnect has not confirmed it", async () => {
    const { vendor, bench } = await open()
    vendor.startsAs = "pending"
    await expect(capture(bench)).rejects.toThrow("the capture is not confirmed yet")
    expect(vendor.moved).toEqual(["start STX_1"])
  })

  it("twice takes the money once", async () => {
    const { vendor, bench } = await open()
    await capture(bench, "capt_1")
    await capture(bench, "capt_2")
    expect(vendor.moved).toEqual(["start STX_1"])
  })
})

describe("a capture whose answer is lost", () => {
  const done: Mishap[] = ["lost_after", "failed_after", "garbage_after"]
  it.each(done)("and that was done (%s): found by a look", async (mishap) => {
    const { vendor, bench } = await open()
    vendor.mishap = mishap
    await capture(bench)
    expect(vendor.moved).toEqual(["start STX_1"])
    expect(await states(bench)).toEqual(["done"])
  })

  it("and that was not done: an error, in doubt, and a repetition takes it", async () => {
    const { vendor, bench } = await open()
    vendor.mishap = "lost_before"
    await expect(capture(bench)).rejects.toThrow("secuconnect: the capture failed.")
    expect(await states(bench)).toEqual(["open"])
    vendor.mishap = null
    await capture(bench, "capt_2")
    expect(vendor.moved).toEqual(["start STX_1"])
  })

  it("and that secuconnect refused: cause and support id, settled", async () => {
    const { vendor, bench } = await open()
    vendor.mishap = "refused"
    await expect(capture(bench)).rejects.toMatchObject({
      message: "secuconnect: the capture failed. not possible (support id f4c1)",
    })
    expect(await states(bench)).toEqual(["refused"])
  })
})

describe("a payment that differs from what was asked for", () => {
  it.each([
    ["authorized", AUTHORIZED.transaction.status, { status_simple: 2 }],
    ["taken", "ok", {}],
  ])("is not captured, and nothing is sent: %s", async (_what, status, payment) => {
    const { vendor, bench } = await open({ payment, transaction: { status, sum: 1 } })
    await expect(capture(bench)).rejects.toMatchObject({
      type: "not_allowed",
      message:
        "secuconnect: the payment differs from what was asked for (amount). Look at it in secuOffice.",
    })
    expect(vendor.moved).toEqual([])
    expect(await states(bench)).toEqual([])
  })
})

/** Medusa's capture and those before it, of one payment. */
const knowCaptures = (bench: Bench, amounts: unknown[]) => {
  const row = { id: "capt_7", created_at: new Date() }
  bench.known["capture"] = [{ payment_id: "pay_1" }]
  bench.known["payment"] = [
    { id: "pay_1", captures: amounts.map((amount) => ({ ...row, amount })) },
  ]
}

describe("the amount that the merchant asked for", () => {
  it.each<[string, unknown]>([
    ["the whole amount", 44.85],
    ["the whole amount, unrounded", { value: "44.8501", precision: 20 }],
  ])("%s is captured", async (_what, amount) => {
    const { vendor, bench } = await open()
    knowCaptures(bench, [amount])
    await capture(bench, "capt_7")
    expect(askedOf(bench, "capture")).toEqual([{ id: "capt_7" }])
    expect(bench.asked).toContainEqual({ entity: "payment", filters: { id: "pay_1" } })
    expect(vendor.moved).toEqual(["start STX_1"])
  })

  it.each([
    ["in two parts, each unrounded", [44.8494, 0.0006]],
    ["with a first part that was rounded", [44.85, 0.0001]],
    ["of what rounds down to it", [44.854]],
  ])("a rest %s is captured: the total is the whole amount", async (_what, amounts) => {
    const { bench } = await open()
    knowCaptures(bench, amounts)
    await capture(bench, "capt_7")
    expect(await states(bench)).toEqual(["done"])
  })

  it.each([10, 44.84, 44.86, 0])("%d is refused before anything is called", async (amount) => {
    const { vendor, bench } = await open()
    const before = vendor.calls.length
    knowCaptures(bench, [amount])
    await expect(capture(bench)).rejects.toThrow("secuconnect cannot capture a part of a payment")
    expect(vendor.calls).toHaveLength(before)
    expect(await states(bench)).toEqual([])
  })

  it("is not looked for without an id: Query would find any capture", async () => {
    const { vendor, bench } = await open()
    knowCaptures(bench, [1])
    const call = { data: { checkout_id: bench.checkout.id }, capture_id: undefined }
    await capturePayment(bench, call)
    expect(askedOf(bench, "capture")).toEqual([])
    expect(vendor.moved).toEqual(["start STX_1"])
  })
})

describe("a capture, by what its order is worth", () => {
  const LONG_AGO = new Date("2026-03-10T12:00:00.000Z")
  const payment = (payment_session_id: string, more: object = {}) => ({
    id: `pay_of_${payment_session_id}`,
    currency_code: "eur",
    amount: 44.85,
    payment_session_id,
    data: {},
    created_at: LONG_AGO,
    ...more,
  })
  const own = payment("payses_1")
  const captures = [{ id: "capt_of_other", amount: 44.85, created_at: LONG_AGO }]
  const captured = { captured_at: LONG_AGO, captures }

  interface Worth {
    pending_difference?: number | null
    /** Status of the payment collection. */
    collection?: string
    payments?: object[]
    transactions?: object[]
  }

  const orderOf = ({ payments = [own], ...worth }: Worth) => ({
    ...{ id: "order_1", status: "pending", display_id: 12, currency_code: "eur" },
    transactions: worth.transactions ?? [],
    summary: { pending_difference: 44.85, ...worth },
    payment_collections: [{ status: worth.collection ?? "authorized", payments }],
  })

  /** An order of 44.85, as Query gives it. */
  async function sell(worth: Worth) {
    const { bench, vendor } = await open()
    bench.known["payment"] = [{ id: "pay_1", payment_collection_id: "paycol_1" }]
    bench.known["order_payment_collection"] = [LINK]
    bench.known["order"] = [orderOf(worth)]
    return { bench, vendor }
  }

  it.each([
    ["it is worth exactly that", {}],
    ["it is worth more", { pending_difference: 60 }],
    ["unrounded, it is worth that", { pending_difference: 44.8499 }],
    ["nobody knows what it is worth", { pending_difference: null }],
    ["another payment is authorized, and not taken", { payments: [own, payment("payses_2")] }],
    [
      "another payment was captured, and an edit has made it dearer",
      {
        payments: [own, payment("payses_2", captured)],
        transactions: [{ reference_id: "capt_of_other" }],
      },
    ],
  ])("is sent where %s", async (_what, worth) => {
    const { bench, vendor } = await sell(worth)
    await capture(bench)
    expect(vendor.moved).toEqual(["start STX_1"])
  })

  it.each([
    ["it is paid", { pending_difference: 0 }, "0 EUR"],
    ["an edit or a credit has made it cheaper", { pending_difference: 15.95 }, "15.95 EUR"],
    ["more was paid than it costs", { pending_difference: -5 }, "0 EUR"],
    ["an edit has put the payment aside", { collection: "canceled" }, "0 EUR"],
    [
      "another payment is captured, and the order does not know yet",
      { payments: [own, payment("payses_2", captured)] },
      "0 EUR",
    ],
  ])("is refused, and nothing is sent, where %s", async (_what, worth, needs) => {
    const { bench, vendor } = await sell(worth)
    await expect(capture(bench)).rejects.toMatchObject({
      type: "not_allowed",
      code: "secuconnect_money_request_failed",
      message: `secuconnect: this would capture 44.85 EUR, and order #12 needs ${needs}. It was paid by another payment, or changed. Cancel this authorization, or refund the other payment first.`,
    })
    expect(vendor.moved).toEqual([])
    expect(await states(bench)).toEqual(["refused"])
  })

  it.each([
    ["is being captured", { status: "authorized" as const }, "open" as const],
    ["was captured a moment ago", { status: "accepted" as const }, "done" as const],
  ])("is refused while another payment of the order %s", async (_what, row, state) => {
    const { bench, vendor } = await sell({})
    const other = await bench.addCheckout({ stx_id: "STX_1" })
    await bench.ledger.updateCheckouts({ id: other.id, ...row })
    const request = { kind: "capture" as const, amount: 4485, amount_before: 4485, state }
    await bench.addRequest({ ...request, checkout_id: other.id })
    const data = { checkout_id: other.id }
    const payments = [own, payment("payses_2", { data })]
    bench.known["order"] = [orderOf({ payments })]
    await expect(capture(bench)).rejects.toThrow("order #12 needs 0 EUR")
    expect(vendor.moved).toEqual([])
  })
})
