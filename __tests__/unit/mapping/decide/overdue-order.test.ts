import {
  decideOverdueOrder,
  type PaymentOfUnpaidOrder,
  type UnpaidOrder,
} from "../../../../src/mapping/decide/overdue-order"
import type { MedusaState } from "../../../../src/mapping/decide/decision"
import { attentionOf, type StepResult } from "../../../../src/mapping/decide/attention"
import { lastingProblem, passingProblem } from "../../../../src/mapping/words/problem"
import { aWaitingOrder } from "../support/worlds"

const OPEN: UnpaidOrder = { canceled: false, open: 3190, has_money: false, has_credit: false }
const EXPIRED: PaymentOfUnpaidOrder = { status: "cancelled", is_checked: false, is_unclear: false }

const decided = (order: Partial<UnpaidOrder>, payment: Partial<PaymentOfUnpaidOrder> = {}) =>
  decideOverdueOrder({ ...OPEN, ...order }, [EXPIRED, { ...EXPIRED, ...payment }])

describe("an order whose time is over", () => {
  it.each([
    ["nobody has paid", {}, {}, { act: "cancel" }],
    ["it is cancelled already", { canceled: true }, {}, { act: "end", reason: "cancelled" }],
    ["somebody has paid a part", { has_money: true }, {}, { act: "end", reason: "paid" }],
    ["nothing is to be paid", { open: 0 }, {}, { act: "end", reason: "paid" }],
    ["it waits for a transfer", {}, { status: "waiting" }, { act: "end", reason: "transfer" }],
    ["a page of it is open", {}, { status: "open" }, { act: "close_pages" }],
  ] as const)("where %s", (...row) => {
    const [, order, payment, decision] = row
    expect(decided(order, payment)).toEqual(decision)
  })

  it.each([
    ["a payment of it is checked", {}, { is_checked: true }, true],
    ["a payment of it is unclear", {}, { is_unclear: true }, true],
    ["a gift card has paid a part", { has_credit: true }, {}, false],
    ["the same, and a page of it is open", { has_credit: true }, { status: "open" }, false],
    ["nobody knows what it costs", { open: null }, {}, false],
  ] as const)("where %s: kept, and that this passes by itself is %s", (...row) => {
    const [, order, payment, is_passing] = row
    expect(decided(order, payment)).toMatchObject({ act: "wait", is_passing })
  })
})

describe("a transfer that expired, and whose order is to be cancelled with it", () => {
  const order = { id: "order_1", canceled: false }
  const after = (more: object): MedusaState => aWaitingOrder({ order: { ...order, ...more } })
  const busy = passingProblem("a payment page is open")
  const isOpen = lastingProblem("an edit of this order is open")

  it.each<[string, Partial<StepResult>, StepResult["attention"]]>([
    ["was cancelled", { after: after({ canceled: true }) }, "payment_expired"],
    ["is kept until a person does something", { problem: isOpen }, "payment_expired"],
    ["is kept for a moment", { problem: busy }, null],
    ["is kept for a quarter of an hour", { problem: busy, fails_on: true }, "payment_expired"],
    ["is paid by now", { after: after({ needs: 0 }) }, null],
    ["is paid in part by now", { after: after({ needs: 500 }) }, "payment_expired"],
    ["waits for another transfer by now", { after: after({ waits_for_other: true }) }, null],
  ])("its order %s", (_what, step, attention) => {
    const decision = { act: "cancel_order", order_id: "order_1" } as const
    const result = { status: "cancelled", attention: null, decision, problem: null } as const
    expect(attentionOf({ ...result, fails_on: false, after: after({}), ...step })).toBe(attention)
  })
})
