import { isDeepStrictEqual } from "node:util"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { decide } from "../../../../src/mapping/decide/decide"
import {
  SESSION_DELETED,
  type CheckoutState,
  type MedusaState,
  type MedusaPayment,
} from "../../../../src/mapping/decide/decision"
import type { CheckoutStatus } from "../../../../src/mapping/status/status"
import { aCheckout, after, aPaymentOf, type World } from "../support/worlds"

const TRUTHS: CheckoutStatus[] = [
  "open",
  "waiting",
  "authorized",
  "accepted",
  "failed",
  "cancelled",
  "unknown",
]
const EITHER = [true, false]

/** Every combination of the values given for each key. */
function combinations<T extends object>(values: { [Key in keyof T]: readonly T[Key][] }): T[]
function combinations(values: Record<string, readonly unknown[]>): object[] {
  return Object.entries(values).reduce<object[]>(
    (found, [key, options]) =>
      found.flatMap((part) => options.map((option) => ({ ...part, [key]: option }))),
    [{}],
  )
}

/** What time, settings and refunds make of a checkout; one at a time, they do not depend on each other. */
const situations: Partial<CheckoutState>[] = [
  {},
  { is_test_payment: true },
  { is_test_payment: true, is_abandoned: true },
  { tried: false },
  { is_abandoned: true },
  { is_expired: true },
  { is_expired: true, was_expired: true },
  { was_expired: true, cancels_expired: true },
  { gives_up_promise: true },
  { gives_up_promise: true, was_expired: true },
  { orphan_policy: "refund" },
  { orphan_policy: "refund", gives_up_cart: true },
  { orphan_policy: "keep" },
  { effective_amount: 4485 },
  { effective_amount: 4000 },
  { effective_amount: 4000, has_unresolved_request: true },
  { effective_amount: 5000 },
  { effective_amount: 0 },
]

const plain = combinations<Pick<CheckoutState, Facts>>({
  id: ["checkout_1"],
  status: TRUTHS,
  mismatch: [null, "amount"],
  dispute: [null, "issue", "issue_resolved"],
  cancel_requested: EITHER,
  superseded: EITHER,
})

const checkouts = plain.flatMap((facts) => {
  const { mismatch, dispute, cancel_requested } = facts
  const isSimple = !cancel_requested && dispute !== "issue_resolved" && mismatch === null
  const possible = isSimple ? situations : situations.slice(0, 1)
  return possible.map((situation) => aCheckout({ ...facts, ...situation }))
})

type Facts = "id" | "status" | "mismatch" | "dispute" | "cancel_requested" | "superseded"

const views = combinations<MedusaState>({
  session_status: [...Object.values(PaymentSessionStatus), SESSION_DELETED],
  amount: [44.85],
  cart: [null, ...combinations({ id: ["cart_1"], completed: EITHER })],
  order: [
    null,
    ...combinations({ id: ["order_1"], canceled: EITHER }),
    ...combinations({ id: ["order_1"], canceled: [false], needs: [0, 1000, 4485] }),
  ],
  payment: [
    null,
    ...combinations<Pick<MedusaPayment, "id" | "captured" | "canceled" | "checkout_id">>({
      id: ["pay_1"],
      captured: EITHER,
      canceled: EITHER,
      checkout_id: ["checkout_1", "checkout_2", null],
    }).map(({ checkout_id, ...fields }) => aPaymentOf(checkout_id, fields)),
  ],
})

/**
 * Every world, also odd ones: a decision must not depend on how it came to be. Only one is left out:
 * what Medusa has booked does not become "open" again, that takes a PUT, which is never sent.
 */
const worlds = combinations<World>({ checkout: checkouts, medusa: [null, ...views] }).filter(
  ({ checkout, medusa }) =>
    checkout.status !== "open" || medusa?.payment?.checkout_id !== checkout.id,
)

const decideIn = ({ checkout, medusa }: World) => decide(checkout, medusa)
const isPaid = ({ medusa }: World) => medusa?.payment?.captured === true

/** A trial, or money without an order that was given back or that a person keeps. */
const isDecided = ({ checkout: { is_test_payment, orphan_policy, effective_amount } }: World) =>
  is_test_payment || orphan_policy === "keep" || effective_amount === 0

/** The first worlds in which the rule does not hold. */
const breaches = (holds: (world: World) => boolean) =>
  worlds.filter((world) => !holds(world)).slice(0, 3)

describe("decide, in every world", () => {
  it("knows more than forty thousand of them", () => {
    expect(worlds.length).toBeGreaterThan(40_000)
  })

  it("comes to rest: no decision is taken twice in a row, only a report or waiting stands", () => {
    const standing = new Set(["report", "nothing", "wait"])
    expect(
      breaches((world) => {
        const decision = decideIn(world)
        const next = decideIn(after(world, decision))
        const same = isDeepStrictEqual(next, decision)
        return standing.has(decision.act) ? same : !same
      }),
    ).toEqual([])
  })

  it("has nothing left to do after four steps, and does nothing twice", () => {
    const standing = new Set(["report", "nothing", "wait"])
    expect(
      breaches((world) => {
        const done = new Set<string>()
        let now = world
        for (let step = 0; step < 4; step += 1) {
          const decision = decideIn(now)
          if (standing.has(decision.act)) return true
          if (done.has(decision.act)) return false
          done.add(decision.act)
          now = after(now, decision)
        }
        return standing.has(decideIn(now).act)
      }),
    ).toEqual([])
  })

  it("calls a workflow of the core only for a session that exists", () => {
    const calls = new Set(["complete_cart", "book_capture", "fail_session"])
    expect(breaches((world) => world.medusa !== null || !calls.has(decideIn(world).act))).toEqual(
      [],
    )
  })

  it("books or completes only what is confirmed, promised and not booked yet", () => {
    const promised = new Set<CheckoutStatus>(["accepted", "authorized", "waiting"])
    expect(
      breaches((world) => {
        const { act } = decideIn(world)
        if (act !== "complete_cart" && act !== "book_capture") return true
        const booked = isPaid(world) && world.medusa?.order
        return world.checkout.mismatch === null && promised.has(world.checkout.status) && !booked
      }),
    ).toEqual([])
  })

  it("cancels only promises, and nothing that nobody understands", () => {
    const cancellable = new Set<CheckoutStatus>(["open", "waiting", "authorized"])
    expect(
      breaches((world) => {
        return (
          decideIn(world).act !== "cancel_transaction" || cancellable.has(world.checkout.status)
        )
      }),
    ).toEqual([])
  })

  it("is never silent about money that is in and not booked", () => {
    expect(
      breaches((world) => {
        const silent = decideIn(world).act === "nothing"
        const isIn = world.checkout.status === "accepted" && !isDecided(world)
        return !isIn || isPaid(world) || !silent
      }),
    ).toEqual([])
  })

  it("is never silent about a second payment for the same session", () => {
    expect(
      breaches((world) => {
        const { payment } = world.medusa ?? {}
        const second = payment && payment.checkout_id !== world.checkout.id
        const isIn = world.checkout.status === "accepted" && !isDecided(world)
        return !isIn || !second || ["report", "refund_unwanted"].includes(decideIn(world).act)
      }),
    ).toEqual([])
  })
})
