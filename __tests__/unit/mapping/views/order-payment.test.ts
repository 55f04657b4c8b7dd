import { toOrderPayment, type OrderCheckout } from "../../../../src/mapping/views/order-payment"
import { refundedOf } from "../../../../src/mapping/views/refunded"
import type { OrderToPay } from "../../../../src/mapping/status/transfer-due"
import { texts, type TextCode } from "../../../../src/mapping/words/texts"

const checkout = (fields: Partial<OrderCheckout> = {}): OrderCheckout => ({
  status: "waiting",
  order_id: "order_1",
  method: "prepaid",
  amount: 4485,
  currency_code: "eur",
  currency_exponent: 2,
  is_demo: false,
  instructions: {
    owner: "secupay AG",
    iban: "DE81850400611005523759",
    bic: null,
    bank_name: null,
    purpose: "TA 110099700",
  },
  effective_amount: null,
  ...fields,
})

const read = (fields: Partial<OrderCheckout>) => toOrderPayment(checkout(fields), "de")

describe("what a buyer may know of the payment of an order", () => {
  it("method, state, sentence, amount and the account to transfer to", async () => {
    const { transfer_details, ...payment } = await toOrderPayment(checkout(), "en")
    expect(payment).toEqual({
      order_id: "order_1",
      method: "prepaid",
      state: "waiting",
      text: texts.en.payment_waiting,
      amount: 44.85,
      currency_code: "eur",
      is_demo: false,
    })
    expect(transfer_details).toMatchObject({ amount: 44.85, purpose: "TA 110099700" })
  })

  it.each<[string, Partial<OrderCheckout>, boolean]>([
    ["a prepayment that waits", {}, true],
    ["a prepayment whose money is in", { status: "accepted" }, false],
    ["a prepayment that expired", { status: "failed" }, false],
    ["a prepayment that was cancelled", { status: "cancelled" }, false],
    [
      "an invoice: due although the order is paid for Medusa",
      { method: "invoice", status: "accepted" },
      true,
    ],
    ["an invoice that was authorized", { method: "invoice", status: "authorized" }, true],
    ["an invoice that waits", { method: "invoice", status: "waiting" }, true],
    [
      "an invoice that was cancelled or refunded",
      { method: "invoice", status: "cancelled" },
      false,
    ],
    ["an invoice that was declined", { method: "invoice", status: "failed" }, false],
    ["a card", { method: "creditcard", status: "accepted" }, false],
    ["a prepayment without an account", { instructions: null }, false],
    ["nothing read yet", { status: null, method: null, instructions: null }, false],
  ])("shows an account to pay into: %s", async (_what, fields, shown) => {
    const { transfer_details } = await read(fields)
    expect(transfer_details !== null).toBe(shown)
  })

  it.each([
    ["de" as const, texts.de.payment_accepted],
    ["en" as const, texts.en.payment_accepted],
  ])("speaks %s", async (language, text) => {
    const payment = await toOrderPayment(checkout({ status: "accepted" }), language)
    expect(payment).toMatchObject({ state: "paid", text })
  })
})

describe("a payment of which money went back", () => {
  const back = (effective_amount: number, fields: Partial<OrderCheckout> = {}) => {
    const card = { method: "creditcard", status: "accepted", instructions: null } as const
    return checkout({ ...card, status_detail: "refunded", effective_amount, ...fields })
  }

  it.each<[string, OrderCheckout[], string]>([
    ["all of it", [back(0)], "refunded"],
    [
      "all of it, and secuconnect calls that cancelled",
      [back(0, { status: "cancelled" })],
      "refunded",
    ],
    ["a part", [back(1000)], "partly_refunded"],
    ["one of two in full", [back(0), back(4485, { status_detail: null })], "partly_refunded"],
    ["nothing", [back(4485, { status_detail: null })], "paid"],
    ["nothing: its amount was reduced", [back(1000, { status_detail: null })], "paid"],
    [
      "only of one that the order did not want",
      [back(4485, { status_detail: null }), back(0, { attention: "orphaned" })],
      "paid",
    ],
    [
      "nothing: it was cancelled before anything was paid",
      [back(0, { status: "cancelled", status_detail: null, effective_amount: null })],
      "aborted",
    ],
    ["a part, and secupay still waits for a transfer", [checkout(), back(1000)], "waiting"],
  ])("says so: %s", async (_what, checkouts, state) => {
    const told = checkouts[0] ?? checkout()
    const refunded = refundedOf(checkouts)
    const payment = await toOrderPayment(told, "en", { order: null, refunded })
    expect(payment.state).toBe(state)
    if (state.endsWith("refunded")) expect(payment.text).toMatch(/has been refunded/)
  })
})

interface Sentence {
  what: string
  order: OrderToPay
  state?: string
  code: TextCode
  amount?: number
}

describe("the sentence beside a transfer of 44.85", () => {
  it.each<Sentence>([
    {
      what: "asks for it",
      order: { canceled: false, needs: 4485 },
      ...{ code: "payment_waiting", amount: 44.85 },
    },
    {
      what: "asks for it, and tells of the rest",
      order: { canceled: false, needs: 5000 },
      ...{ code: "payment_waiting_for_part", amount: 44.85 },
    },
    {
      what: "asks to transfer nothing, where the order needs less",
      order: { canceled: false, needs: 4484 },
      code: "payment_asks_too_much",
    },
    {
      what: "says that nothing is to be transferred",
      order: { canceled: false, needs: 0 },
      ...{ state: "aborted", code: "payment_not_needed" },
    },
    {
      what: "says the same of an order that was canceled",
      order: { canceled: true, needs: 4485 },
      ...{ state: "aborted", code: "payment_not_needed" },
    },
  ])("$what", async ({ order, state = "waiting", code, amount }) => {
    const { transfer_details, ...payment } = await toOrderPayment(checkout(), "de", {
      order,
      refunded: null,
    })
    expect(payment).toMatchObject({ state, text: texts.de[code] })
    expect(transfer_details?.amount).toBe(amount)
  })
})
