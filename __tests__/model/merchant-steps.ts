import { z } from "zod"

import { exchangeArticle, readOrder, settleClaim } from "../support/carts/after-the-order"
import { firstId, make } from "../support/carts/admin"
import { createMerchant, type Paid } from "../support/money"
import type { Answer } from "../support/http"
import { ship } from "../support/deliveries"
import { CASE, MAIL, MAX, PEN, variantIds } from "../support/shopper"
import { orderOf, paymentsOf, rowsOf, takenOf, type Change, type Play } from "./play"
import { among } from "./shopper-steps"
import type { Step } from "./steps"
import { Violation } from "./violation"

const anything = z.unknown()

/** As much of an order as the merchant's clicks need. */
const asPaid = (play: Play, orderId: string, paymentId = ""): Paid => ({
  cartId: play.cartId,
  collectionId: play.collectionId,
  orderId,
  paymentId,
  sessionId: "",
  stx: "",
  session: { id: "", status: "", amount: 0, provider_id: "", data: NO_DATA },
})
const NO_DATA = { session_id: "", checkout_id: "", stx_id: "", checkout_url: "" }

interface Deed {
  what: string
  act: () => Promise<Answer>
  /** What it gives back if it is answered with success, minor units; unless it may be anything. */
  moves?: number
}

const inWords = (what: string, { status, text }: Answer) =>
  `${what}: ${status}${status >= 400 ? ` ${text.slice(0, 160)}` : ""}`

/** What is answered with an error has moved nothing; what is answered with success, exactly that. */
async function honestly(play: Play, { what, act, moves }: Deed): Promise<string> {
  if (play.disturbed || play.crowded) return inWords(what, await act())
  const before = await takenOf(play)
  const answer = await act()
  const moved = before - (await takenOf(play))
  const told = inWords(what, answer)
  if (answer.status >= 400 && moved !== 0) throw new Violation("refused", `${told}: ${moved} moved`)
  if (answer.status < 400 && moves !== undefined && moved !== moves) {
    throw new Violation("moved", `${told}: ${moved} moved, not ${moves}`)
  }
  return told
}

const ofOrder =
  (act: (play: Play, orderId: string, choice: number) => Promise<string>): Step =>
  async (play, choice) => {
    const orderId = await orderOf(play)
    return orderId ? await act(play, orderId, choice) : "no order"
  }

const change = (
  name: Change,
  act: (play: Play, orderId: string, choice: number) => Promise<void>,
) =>
  ofOrder(async (play, orderId, choice) => {
    // What fails half-way has begun all the same.
    if (!name.startsWith("edit ")) play.changes.add(name)
    try {
      await act(play, orderId, choice)
      play.changes.add(name)
      return name
    } catch (error) {
      return `${name}: ${String(error).slice(0, 240)}`
    }
  })

const beginEdit = change("edit begun", async ({ shop }, order_id) => {
  await shop.admin.ok(anything, "/admin/order-edits", { body: { order_id } })
})

const dropEdit = ofOrder(async ({ shop }, orderId) => {
  const { status } = await shop.admin.call(`/admin/order-edits/${orderId}`, { method: "DELETE" })
  return `edit dropped: ${status}`
})

const editUp = change("edit up", async (play, orderId) => {
  const variant_id = (await variantIds(play.shop)).get(CASE) ?? ""
  const edit = `/admin/order-edits/${orderId}`
  play.changes.add("edit begun")
  await play.shop.admin.ok(anything, "/admin/order-edits", { body: { order_id: orderId } })
  const items = [{ variant_id, quantity: 1 }]
  await play.shop.admin.ok(anything, `${edit}/items`, { body: { items } })
  await play.shop.admin.ok(anything, `${edit}/confirm`, { method: "POST", body: {} })
})

const editDown = change("edit down", async (play, orderId) => {
  const [first] = (await readOrder(play.shop, orderId)).items
  if (!first || first.quantity < 2) throw new Error("nothing to take off")
  const edit = `/admin/order-edits/${orderId}`
  play.changes.add("edit begun")
  await play.shop.admin.ok(anything, "/admin/order-edits", { body: { order_id: orderId } })
  const body = { quantity: first.quantity - 1 }
  await play.shop.admin.ok(anything, `${edit}/items/item/${first.id}`, { body })
  await play.shop.admin.ok(anything, `${edit}/confirm`, { method: "POST", body: {} })
})

const returnReply = z.object({ return: z.object({ id: z.string() }) })

/** Begun, and now and then requested and received. */
const receiveReturn = change("return", async ({ shop }, order_id, choice) => {
  const { items } = await readOrder(shop, order_id)
  const [first] = items
  const begun = await shop.admin.ok(returnReply, "/admin/returns", { body: { order_id } })
  if (!first || choice % 3 === 0) return
  const path = `/admin/returns/${begun.return.id}`
  const body = { items: [{ id: first.id, quantity: 1 }] }
  await shop.admin.ok(anything, `${path}/request-items`, { body })
  await shop.admin.ok(anything, `${path}/request`, { body: {} })
  if (choice % 3 === 1) return
  await shop.admin.ok(anything, `${path}/receive`, { body: {} })
  await shop.admin.ok(anything, `${path}/receive-items`, { body })
  await shop.admin.ok(anything, `${path}/receive/confirm`, { body: {} })
})

const withArticle = async ({ shop }: Play, orderId: string) => ({
  shop,
  orderId,
  variant_id: (await variantIds(shop)).get(CASE) ?? "",
})

const exchange = change("exchange", async (play, orderId) => {
  await exchangeArticle(await withArticle(play, orderId))
})

const claim = change("claim", async (play, orderId) => {
  await settleClaim(await withArticle(play, orderId))
})

const owedReply = z.object({
  order: z.object({ summary: z.looseObject({ pending_difference: z.number() }) }),
})

/** For what is owed, or for something more. */
const paymentLink = change("link", async (play, order_id, choice) => {
  const path = `/admin/orders/${order_id}?fields=summary.*`
  const { order } = await play.shop.admin.ok(owedReply, path)
  const owed = order.summary.pending_difference
  const amount = choice % 3 !== 0 && owed > 0 ? owed : 7.5
  await make(play.shop, "/admin/payment-collections", { order_id, amount })
})

/** A merchant writes the order that a customer gives by telephone, who then leaves the cart alone. */
const draftOrder: Step = async (play) => {
  if (play.crowded || play.started.length > 0) return "the cart is being paid"
  if (await orderOf(play)) return "there is an order"
  const { shop } = play
  const variant_id = (await variantIds(shop)).get(PEN)
  const path = "/admin/draft-orders"
  const id = await make(shop, path, {
    email: MAIL,
    region_id: shop.seeded.region_id,
    sales_channel_id: await firstId(shop, "/admin/sales-channels", "sales_channels"),
    shipping_address: MAX,
    billing_address: MAX,
    items: [{ variant_id, quantity: 2 }],
  })
  await make(shop, `${path}/${id}/convert-to-order`, {})
  play.draftOrderId = id
  play.changes.add("draft")
  return "draft order"
}

const capture = ofOrder(async (play, orderId, choice) => {
  const payment = among(await paymentsOf(play), choice)
  if (!payment) return "no payment"
  const paid = asPaid(play, orderId, payment.id)
  return inWords("capture", await createMerchant(play.shop).capture(paid))
})

type Payment = Awaited<ReturnType<typeof paymentsOf>>[number]

const holdingPayments = async (play: Play) =>
  (await paymentsOf(play)).filter(({ captured, refunded }) => captured > refunded)

/** A refund of so many mills moves what the rounded running total grows by. */
async function refundMills(play: Play, payment: Payment, mills: number): Promise<string> {
  const { captured, refunded, refunded_mills } = payment
  play.fractions ||= mills % 10 !== 0
  const act = () => createMerchant(play.shop).refund(asPaid(play, "", payment.id), mills / 1_000)
  const moves = Math.round((refunded_mills + mills) / 10) - refunded
  return await honestly(play, {
    what: `refund ${mills / 10} of ${captured - refunded}`,
    act,
    moves,
  })
}

/** A part or all of what a payment holds, now and then with half a cent. */
const refund = ofOrder(async (play, _orderId, choice) => {
  const payment = among(await holdingPayments(play), choice)
  if (!payment) return "nothing to refund"
  const { captured, refunded, captured_mills, refunded_mills } = payment
  const isAll = choice % 4 === 0
  const half = choice % 3 === 0 ? 5 : 0
  const part = halfLess(10 * (1 + (choice % (captured - refunded))), half)
  return await refundMills(play, payment, isAll ? captured_mills - refunded_mills : part)
})

const halfLess = (mills: number, half: number) => (mills > 10 ? mills - half : mills)

/** All that a payment holds, article by article: parts that are no whole cents. */
const refundInParts = ofOrder(async (play, _orderId, choice) => {
  const told: string[] = []
  const parts = 3 + (choice % 5)
  for (let left = parts; left > 0; left -= 1) {
    const payment = among(await holdingPayments(play), choice)
    if (!payment) break
    const rest = payment.captured_mills - payment.refunded_mills
    const mills = left === 1 ? rest : Math.floor(rest / left)
    if (mills > 0) told.push(await refundMills(play, payment, mills))
  }
  return told.join(", ") || "nothing to refund"
})

const statusReply = z.object({ order: z.object({ status: z.string() }) })

const cancelOrder = ofOrder(async (play, orderId) => {
  const act = () => createMerchant(play.shop).cancel(asPaid(play, orderId))
  const told = await honestly(play, { what: "cancel order", act })
  const path = `/admin/orders/${orderId}?fields=status`
  const { order } = await play.shop.admin.ok(statusReply, path)
  return `${told}, ${order.status}`
})

const shipAll = ofOrder(async (play, orderId) => {
  try {
    await ship(play.shop, asPaid(play, orderId), { tracking_number: "T1" })
    return "shipped"
  } catch (error) {
    return `ship: ${String(error).slice(0, 100)}`
  }
})

/** A button of the plugin's own card. */
const press =
  (path: string, body: object = {}): Step =>
  async (play, choice) => {
    const row = among(await rowsOf(play), choice)
    if (!row) return "no payment"
    const url = `/admin/secuconnect/payments/${row.id}/${path}`
    const act = () => play.shop.admin.call(url, { method: "POST", body })
    return await honestly(play, { what: `${path} ${row.stx_id}`, act })
  }

const resolveOrphan: Step = (play, choice) => {
  const resolution = among(["refund", "refund", "keep", "complete"], choice >> 4)
  return press("resolve", { resolution })(play, choice)
}

/** What merchants do in the admin. */
export const MERCHANT = {
  draft_order: draftOrder,
  begin_edit: beginEdit,
  drop_edit: dropEdit,
  edit_up: editUp,
  edit_down: editDown,
  receive_return: receiveReturn,
  exchange,
  claim,
  payment_link: paymentLink,
  capture,
  refund,
  refund_in_parts: refundInParts,
  cancel_order: cancelOrder,
  ship: shipAll,
  cancel_payment: press("cancel"),
  resolve_orphan: resolveOrphan,
  refresh: press("refresh"),
} as const
