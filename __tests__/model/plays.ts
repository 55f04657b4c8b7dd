import fc from "fast-check"
import { z } from "zod"

import { setStock } from "../support/carts/stock"
import { storeSettings } from "../support/order-first"
import type { Shop } from "../support/shop"
import { fillCart, openCollection, PEN } from "../support/shopper"
import { checkAlways, checkAtTheEnd, settleDown } from "./laws"
import { STEP_NAMES, STEPS, WEIGHTS, type StepName } from "./steps"
import type { Play } from "./play"
import { MANY } from "./vendor-steps"

/** One step, or two at the same moment. */
type Move = readonly [StepName, number][]

const step = fc.oneof(
  ...STEP_NAMES.map((name) => ({
    weight: WEIGHTS[name],
    arbitrary: fc.tuple(fc.constant(name), fc.nat(9_999)),
  })),
)

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: step.map((one): Move => [one]) },
  { weight: 1, arbitrary: fc.tuple(step, step) },
)

const one = (name: StepName) => fc.nat(9_999).map((choice): Move => [[name, choice]])
const twice = (name: StepName) =>
  fc.tuple(fc.nat(9_999), fc.nat(9_999)).map((choices): Move => choices.map((n) => [name, n]))
const opening = (...moves: fc.Arbitrary<Move>[]) => fc.tuple(...moves)

/** How most stories begin: without these, few would ever come to an order. */
const openings: fc.Arbitrary<Move[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Move[]>([]) },
  { weight: 1, arbitrary: opening(one("start")) },
  { weight: 1, arbitrary: opening(one("start"), one("pay")) },
  { weight: 6, arbitrary: opening(one("start"), one("pay"), one("return")) },
  { weight: 1, arbitrary: opening(one("start"), one("pay"), one("complete"), one("push")) },
  {
    weight: 1,
    arbitrary: opening(
      one("draft_order"),
      one("payment_link"),
      one("start_again_for_order"),
      one("pay"),
      one("return"),
    ),
  },
  {
    weight: 1,
    arbitrary: opening(
      one("start"),
      one("pay"),
      one("return"),
      one("capture"),
      one("refund_in_parts"),
    ),
  },
  {
    weight: 1,
    arbitrary: opening(
      one("draft_order"),
      one("page_link"),
      one("pay_on_page"),
      one("pay"),
      one("return"),
    ),
  },
  { weight: 1, arbitrary: opening(twice("start"), one("pay"), one("return")) },
  { weight: 1, arbitrary: opening(one("start"), one("start"), one("pay"), one("return")) },
)

/** The same where the order comes first. */
const openingsOfOrders: fc.Arbitrary<Move[]> = fc.oneof(
  { weight: 1, arbitrary: opening(one("start")) },
  { weight: 2, arbitrary: opening(one("start"), one("order_first")) },
  { weight: 1, arbitrary: opening(one("start"), one("complete"), one("order_first")) },
  { weight: 1, arbitrary: opening(twice("start"), twice("order_first")) },
  {
    weight: 4,
    arbitrary: opening(one("start"), one("order_first"), one("pay_on_page"), one("pay")),
  },
)

/** Steps that are there, as far as chance goes, and can be left out when a sequence is shortened. */
const droppable = fc.option(move, { nil: null, freq: 1_000_000 })

/** Which sequences there are. */
export interface Kind {
  /** At most so many steps a sequence. */
  steps: number
  /** Just so many, none shorter. */
  exact?: boolean
  /** Whether carts are ordered before they are paid. */
  orderFirst?: boolean
}

/** Sequences of steps of one cart, the opening included. */
export const sequences = ({ steps: length, exact, orderFirst }: Kind): fc.Arbitrary<Move[]> => {
  const rest = exact
    ? fc.array(droppable, { minLength: length, maxLength: length })
    : fc.array(move, { maxLength: length, size: "max" })
  return fc
    .tuple(orderFirst ? openingsOfOrders : openings, rest)
    .map(([first, then]) => [...first, ...then.filter((given) => given !== null)].slice(0, length))
}

export const describeMove = (given: Move) =>
  given.map(([name, choice]) => `${name}(${choice})`).join(" & ")

interface Playing {
  orderFirst?: boolean | undefined
  tell?: (line: string) => void
}

/**
 * Plays a sequence of steps with a new cart.
 *
 * @throws Violation with the law that did not hold; the story is in `tell`
 */
export async function playOut(
  shop: Shop,
  moves: readonly Move[],
  { orderFirst = false, tell = () => undefined }: Playing = {},
): Promise<void> {
  const play = await beginPlay(shop, orderFirst)
  for (const given of moves) {
    play.crowded = given.length > 1
    const told = await Promise.all(given.map(([name, choice]) => STEPS[name](play, choice)))
    tell(`${describeMove(given)}: ${told.join(" & ")}`)
    await checkAlways(play)
  }
  await settleDown(play)
  await checkAtTheEnd(play)
}

async function beginPlay(shop: Shop, orderFirst: boolean): Promise<Play> {
  await shop.sandbox.calm()
  if (orderFirst) await storeSettings(shop, { orderFirst })
  await setStock(shop, PEN, MANY)
  const cartId = await fillCart(shop, { items: { [PEN]: 2 } })
  const sql = "SELECT coalesce(max(id), '') AS id FROM secuconnect_checkout"
  const [last] = await shop.db.rows(z.object({ id: z.string() }), sql)
  return {
    shop,
    cartId,
    collectionId: await openCollection(shop, cartId),
    sinceId: last?.id ?? "",
    orderFirst,
    started: [],
    firsts: [],
    pages: [],
    changes: new Set(),
    disturbed: false,
    crowded: false,
    fractions: false,
  }
}
