import { isDeepStrictEqual } from "node:util"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { decide, type CheckoutState, type MedusaView } from "../../../src/mapping/decide"
import type { PaymentTruth } from "../../../src/mapping/truth"
import { after, type World } from "./support/worlds"

const TRUTHS: PaymentTruth[] = [
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

const checkouts = combinations<CheckoutState>({
  id: ["checkout_1"],
  truth: TRUTHS,
  mismatch: [null, "amount"],
  dispute: [null, "issue", "issue_resolved"],
  cancel_requested: EITHER,
  replaced: EITHER,
})

const views = combinations<MedusaView>({
  session_status: Object.values(PaymentSessionStatus),
  amount: [44.85],
  cart: [null, ...combinations({ id: ["cart_1"], completed: EITHER })],
  order: [null, ...combinations({ id: ["order_1"], canceled: EITHER })],
  payment: [
    null,
    ...combinations({
      id: ["pay_1"],
      captured: EITHER,
      canceled: EITHER,
      checkout_id: ["checkout_1", "checkout_2", null],
    }),
  ],
})

/**
 * Every world, also odd ones: a decision must not depend on how it came to be. Only one is left out:
 * what Medusa has booked does not become "open" again, that takes a PUT, which is never sent.
 */
const worlds = combinations<World>({ checkout: checkouts, view: [null, ...views] }).filter(
  ({ checkout, view }) => checkout.truth !== "open" || view?.payment?.checkout_id !== checkout.id,
)

const decideIn = ({ checkout, view }: World) => decide(checkout, view)
const isPaid = ({ view }: World) => view?.payment?.captured === true

/** The first worlds in which the rule does not hold. */
const breaches = (holds: (world: World) => boolean) =>
  worlds.filter((world) => !holds(world)).slice(0, 3)

describe("decide, in every world", () => {
  it("knows more than forty thousand of them", () => {
    expect(worlds.length).toBeGreaterThan(40_000)
  })

  it("comes to rest: no decision is taken twice in a row, only a report stands", () => {
    expect(
      breaches((world) => {
        const decision = decideIn(world)
        const next = decideIn(after(world, decision))
        const same = isDeepStrictEqual(next, decision)
        return decision.act === "report" || decision.act === "nothing" ? same : !same
      }),
    ).toEqual([])
  })

  it("has nothing left to do after what it did; a cancellation and a dispute are told", () => {
    expect(
      breaches((world) => {
        const { act } = decideIn(world)
        const next = after(world, decideIn(world))
        const rest = decideIn(next).act
        if (act === "report" || rest === "nothing") return true
        const disputed = world.checkout.dispute === "issue" && rest === "report"
        if (disputed) return act === "book_capture" || act === "complete_cart"
        const told = decideIn(after(next, decideIn(next))).act
        return act === "cancel_transaction" && rest === "fail_session" && told === "nothing"
      }),
    ).toEqual([])
  })

  it("calls a workflow of the core only for a session that exists", () => {
    const calls = new Set(["complete_cart", "book_capture", "fail_session"])
    expect(breaches((world) => world.view !== null || !calls.has(decideIn(world).act))).toEqual([])
  })

  it("books or completes only what is confirmed, promised and not booked yet", () => {
    const promised = new Set<PaymentTruth>(["accepted", "authorized", "waiting"])
    expect(
      breaches((world) => {
        const { act } = decideIn(world)
        if (act !== "complete_cart" && act !== "book_capture") return true
        const booked = isPaid(world) && world.view?.order
        return world.checkout.mismatch === null && promised.has(world.checkout.truth) && !booked
      }),
    ).toEqual([])
  })

  it("cancels only promises, and nothing that nobody understands", () => {
    const cancellable = new Set<PaymentTruth>(["open", "waiting", "authorized"])
    expect(
      breaches((world) => {
        return decideIn(world).act !== "cancel_transaction" || cancellable.has(world.checkout.truth)
      }),
    ).toEqual([])
  })

  it("is never silent about money that is in and not booked", () => {
    expect(
      breaches((world) => {
        const silent = decideIn(world).act === "nothing"
        return world.checkout.truth !== "accepted" || isPaid(world) || !silent
      }),
    ).toEqual([])
  })

  it("is never silent about a second payment for the same session", () => {
    expect(
      breaches((world) => {
        const { payment } = world.view ?? {}
        const second = payment && payment.checkout_id !== world.checkout.id
        const isIn = world.checkout.truth === "accepted"
        return !isIn || !second || decideIn(world).act === "report"
      }),
    ).toEqual([])
  })
})
