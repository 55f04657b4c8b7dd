import { z } from "zod"

import { readOrder } from "../support/carts/after-the-order"
import { createMerchant, type Paid } from "../support/money"
import type { SandboxEvent } from "../support/sandbox-control"
import { pause, tryTo, type Actor } from "./context"

/** An order as merchant and secupay see it. */
type Order = Pick<Paid, "cartId" | "orderId" | "paymentId" | "stx">

const ORDER = `
  SELECT o.order_id, p.id AS payment_id, c.stx_id
  FROM order_cart o
  JOIN secuconnect_checkout c ON c.order_id = o.order_id AND c.cart_id = o.cart_id
  LEFT JOIN payment p ON p.data->>'checkout_id' = c.id AND p.deleted_at IS NULL
  WHERE o.cart_id = $1 AND c.stx_id IS NOT NULL AND c.superseded_by IS NULL
  ORDER BY p.id NULLS LAST LIMIT 1`

const orderRow = z.object({
  order_id: z.string(),
  payment_id: z.string().nullable(),
  stx_id: z.string(),
})

const STEPS = { capture, refund, refundElsewhere, happen, ship, cancel } as const

const WEIGHTS: Record<keyof typeof STEPS, number> = {
  capture: 6,
  refund: 4,
  refundElsewhere: 2,
  happen: 4,
  ship: 2,
  cancel: 1,
}

/** What becomes of an order afterwards; others may work on it at the same time. */
export async function workOnOrder(actor: Actor, cartId: string): Promise<void> {
  for (let left = actor.dice.below(5); left > 0; left -= 1) {
    await pause(actor, 1_000)
    const order = await findOrder(actor, cartId)
    if (!order) continue
    const step = actor.dice.weighted(WEIGHTS)
    await STEPS[step](actor, order)
    if (step === "cancel") return
  }
}

async function findOrder({ shop }: Actor, cartId: string): Promise<Order | undefined> {
  const [row] = await shop.db.rows(orderRow, ORDER, [cartId])
  if (!row) return undefined
  return { cartId, orderId: row.order_id, paymentId: row.payment_id ?? "", stx: row.stx_id }
}

const asPaid = (order: Order): Paid => ({
  ...order,
  collectionId: "",
  sessionId: "",
  session: { id: "", status: "", amount: 0, provider_id: "", data: NO_DATA },
})
const NO_DATA = { session_id: "", checkout_id: "", stx_id: "", checkout_url: "" }

async function capture({ shop, diary }: Actor, order: Order): Promise<void> {
  if (!order.paymentId) return
  const { status } = await createMerchant(shop).capture(asPaid(order))
  diary.count(`merchant captures: ${status}`)
}

/** A random part of what is left, now and then everything. */
async function refund(actor: Actor, order: Order): Promise<void> {
  const { shop, diary } = actor
  const minor = await partOf(actor, order)
  if (!order.paymentId || minor === 0) return
  const { status } = await createMerchant(shop).refund(asPaid(order), minor / 100)
  diary.count(`merchant refunds: ${status}`)
  diary.refund(order.stx, { minor, sure: status === 200 })
}

async function refundElsewhere(actor: Actor, order: Order): Promise<void> {
  const minor = await partOf(actor, order)
  if (minor === 0) return
  try {
    await actor.shop.sandbox.happen(order.stx, "refund", minor)
    actor.diary.count("refunded elsewhere")
    actor.diary.refund(order.stx, { minor, sure: true })
  } catch {
    actor.diary.count("refunded elsewhere: not possible")
  }
}

/** Minor units: of what is left of money that is in. */
async function partOf({ shop, dice }: Actor, { stx }: Order): Promise<number> {
  const { status, payments } = await shop.sandbox.read(stx)
  if (status !== "ok") return 0
  const left = payments.find(({ refund_of, effective_amount }) => !refund_of && effective_amount)
  if (!left) return 0
  return dice.chance(0.2) ? left.effective_amount : 1 + dice.below(left.effective_amount)
}

const EVENTS: readonly SandboxEvent[] = [
  ...(["money_arrived", "expire", "chargeback", "issue_resolved", "issue_lost"] as const),
]
const possible = z.looseObject({ possible_events: z.array(z.string()) })

/** Transfers arrive, risk checks end, debits are returned; most often all goes well. */
async function happen({ shop, dice, diary }: Actor, { stx }: Order): Promise<void> {
  const { possible_events } = possible.parse(await shop.sandbox.read(stx))
  const events = EVENTS.filter((event) => possible_events.includes(event))
  if (events.length === 0) return
  const likes = events.includes("money_arrived") && dice.chance(0.8)
  const event = likes ? "money_arrived" : dice.pick(events)
  const is_done = await shop.sandbox.happenIfPossible(stx, event)
  diary.count(`secupay: ${event}${is_done ? "" : ", too late"}`)
}

const fulfilled = z.object({
  order: z.object({ fulfillments: z.array(z.object({ id: z.string() })) }),
})

async function ship(actor: Actor, { orderId }: Order): Promise<void> {
  const { shop } = actor
  await tryTo(actor, "shipment", async () => {
    const { items } = await readOrder(shop, orderId)
    const all = items.map(({ id, quantity }) => ({ id, quantity }))
    const path = `/admin/orders/${orderId}`
    const made = await shop.admin.ok(fulfilled, `${path}/fulfillments?fields=fulfillments.id`, {
      body: { items: all },
    })
    const id = made.order.fulfillments.at(-1)?.id ?? ""
    await shop.admin.ok(z.unknown(), `${path}/fulfillments/${id}/shipments`, {
      body: { items: all, labels: [{ tracking_number: "T1", tracking_url: "", label_url: "" }] },
    })
  })
}

async function cancel({ shop, diary }: Actor, order: Order): Promise<void> {
  const { status } = await createMerchant(shop).cancel(asPaid(order))
  diary.count(`merchant cancels: ${status}`)
  diary.giveUp(order.stx)
}
