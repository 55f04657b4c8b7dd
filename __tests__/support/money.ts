import { z } from "zod"

import type { Answer } from "./http"
import { rowOf } from "./ledger"
import { pushed } from "./pushed"
import type { Shop } from "./shop"
import { comeBack, goToCheckout, payAt, type CartWish, type StartedPayment } from "./shopper"
import type { Method } from "./sandbox-control"
import { until } from "./until"

/** An order and its payment in Medusa. */
export interface Paid extends StartedPayment {
  orderId: string
  paymentId: string
}

const PAYMENT = `SELECT p.id FROM payment p
  JOIN cart_payment_collection c ON c.payment_collection_id = p.payment_collection_id
  WHERE c.cart_id = $1 AND p.deleted_at IS NULL`

/** A shopper has bought and is back. */
export async function buy(
  shop: Shop,
  { method = "creditcard", ...wish }: CartWish & { method?: Method } = {},
): Promise<Paid> {
  const payment = await goToCheckout(shop, wish)
  const orderId = await comeBackToOrder(await payAt(shop, payment, { method }))
  return await withPaymentId(shop, { ...payment, orderId })
}

/** The order with the id of its payment in Medusa. */
export async function withPaymentId(shop: Shop, order: Omit<Paid, "paymentId">): Promise<Paid> {
  const [row] = await shop.db.rows(z.object({ id: z.string() }), PAYMENT, [order.cartId])
  return { ...order, paymentId: row?.id ?? "" }
}

/** The order. Where a busy machine is too late, "pending" is said: then the shopper's page asks again. */
export const comeBackToOrder = (wayBack: string) =>
  until("the order", async () => {
    const { orderId, outcome } = await comeBack(wayBack)
    if (orderId || outcome === "pending") return orderId ?? undefined
    throw new Error(`The shopper came back without an order: ${String(outcome)}.`)
  })

/** A completion that Medusa's core breaks off on a busy machine keeps the cart locked for two minutes. */
const BROKEN_OFF_MS = 300_000

/** What the shopper hears in the end where no order can be placed: "pending" is said while it is tried again. */
export const comeBackInVain = (wayBack: string) =>
  until(
    "the outcome",
    async () => {
      const arrival = await comeBack(wayBack)
      return arrival.outcome === "pending" ? undefined : arrival
    },
    BROKEN_OFF_MS,
  )

/** The merchant is told of it; until then a completion that the core broke off is tried again. */
export const toldOrphaned = (shop: Shop, payment: { stx: string }) =>
  until(
    "the notice of a payment without order",
    async () => {
      await pushed(shop, payment)
      return (await rowOf(shop, payment)).attention === "orphaned" ? true : undefined
    },
    BROKEN_OFF_MS,
  )

/** What the merchant clicks in the admin; amounts in major units. */
export function createMerchant({ admin }: Shop) {
  const act = (path: string, body: object): Promise<Answer> =>
    admin.call(path, { method: "POST", body })
  return {
    capture: ({ paymentId }: Paid, amount?: number) =>
      act(`/admin/payments/${paymentId}/capture`, { amount }),
    refund: ({ paymentId }: Paid, amount: number) =>
      act(`/admin/payments/${paymentId}/refund`, { amount }),
    cancel: ({ orderId }: Paid) => act(`/admin/orders/${orderId}/cancel`, {}),
  }
}

/** What is left of a payment at secuconnect, minor units. */
export async function effectiveAmount(
  { sandbox }: Shop,
  { stx }: { stx: string },
): Promise<number> {
  const { payments } = await sandbox.read(stx)
  const paid = payments.find(({ refund_of }) => refund_of === null)
  return paid?.effective_amount ?? 0
}
