import { amount, date, flag, list, text } from "../../../src/mapping/words/rows"
import { paymentSchema } from "../../../src/medusa/schemas"

const payment = {
  id: "pay_1",
  currency_code: "eur",
  amount: { value: "44.85", precision: 20 },
  captures: [{ id: "capt_1", amount: 44.85, created_at: "2026-11-24T10:00:00.000Z" }],
}

describe("a payment", () => {
  it("is read with what it has", () => {
    const created_at = new Date("2026-11-24T10:00:00.000Z")
    expect(paymentSchema.parse(payment)).toEqual({
      ...payment,
      captures: [{ ...payment.captures[0], created_at }],
      refunds: [],
    })
  })

  it.each<[string, object]>([
    ["without a captured amount", { captures: [{ id: "capt_1", created_at: new Date() }] }],
    ["with an amount that is none", { amount: "much" }],
    ["with a refund of no time", { refunds: [{ id: "ref_1", amount: 1, created_at: null }] }],
    ["with a capture at no real time", { captured_at: "yesterday" }],
    ["without its currency", { currency_code: null }],
  ])("is not read %s: it decides about money", (_what, fields) => {
    expect(paymentSchema.safeParse({ ...payment, ...fields }).success).toBe(false)
  })

  it.each([[null], [{}], [{ checkout_id: 7 }]])("with the data %j belongs to nobody", (data) => {
    expect(paymentSchema.parse({ ...payment, data }).data?.checkout_id ?? null).toBeNull()
  })
})

describe("values of Medusa's rows", () => {
  it.each([[7], [{}], [null], [undefined]])(
    "%p is no text, and keeps nobody from paying",
    (value) => {
      expect(text.parse(value) ?? null).toBeNull()
    },
  )

  it.each([[null], [undefined], [false]])("%p is a flag that is not set", (value) => {
    expect(flag.parse(value)).toBe(false)
  })

  it.each([[null], [undefined], [[]], [[null]]])("%j is an empty list", (value) => {
    expect(list(amount).parse(value)).toEqual([])
  })

  it.each([[1], ["1.5"], [{ value: "1.5", precision: 20 }]])("%j is an amount", (value) => {
    expect(amount.safeParse(value).success).toBe(true)
  })

  it.each([[null], [undefined], [Number.NaN], ["x"], [{}]])("%p is no amount", (value) => {
    expect(amount.safeParse(value).success).toBe(false)
  })

  it.each([[null], [undefined], ["soon"], [0]])("%p is no time", (value) => {
    expect(date.safeParse(value).success).toBe(false)
  })
})
