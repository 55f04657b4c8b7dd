import { z } from "zod"

import { buy, createMerchant, type Paid } from "./money"
import type { Shop } from "./shop"
import { goToCheckout, payAt } from "./shopper"

/** What went wrong in a store, and where: a checkout of the case. */
export interface WrongState {
  /** Letter of the kind of fault that led here. */
  kind: string
  what: string
  /** The laws that are broken; others may be as well. */
  laws: string[]
  /** Gives what the audit finds it by: a checkout, or Medusa's payment where that has none. */
  arrange(shop: Shop): Promise<{ stx: string; unknownPayment?: string }>
  /** What the store's schedule would put right within a minute: done once the store has ended. */
  arrangeStopped?(shop: Shop, found: { stx: string }): Promise<void>
}

/** The merchant takes the authorised money. */
export async function paid(shop: Shop): Promise<Paid> {
  const order = await buy(shop)
  await createMerchant(shop).capture(order)
  return order
}

export async function refunded(shop: Shop, amount: number): Promise<Paid> {
  const order = await paid(shop)
  await createMerchant(shop).refund(order, amount)
  return order
}

/** Paid on the payment page by somebody who never comes back, and of whom nobody tells the store. */
export async function paidUnseen(shop: Shop, method: "creditcard" | "sofort" | "prepaid") {
  const payment = await goToCheckout(shop)
  await payAt(shop, payment, { method })
  return payment
}

export const change = async (shop: Shop, sql: string, values: unknown[]) => {
  await shop.db.rows(z.unknown(), sql, values)
}

/** The change that a refund's credit line comes with never came to be: the order is back at that version. */
export async function forgetVersionsAfter(
  shop: Shop,
  { orderId }: Pick<Paid, "orderId">,
  version: number,
): Promise<void> {
  for (const table of ["order_item", "order_shipping", "order_credit_line", "order_summary"]) {
    const sql = `DELETE FROM ${table} WHERE order_id = $1 AND version > $2`
    await change(shop, sql, [orderId, version])
  }
  await change(shop, `UPDATE "order" SET version = $2 WHERE id = $1`, [orderId, version])
}

export const setRow = async (shop: Shop, { stx }: { stx: string }, set: string) =>
  change(shop, `UPDATE secuconnect_checkout SET ${set} WHERE stx_id = $1`, [stx])

/** The clock that stands moves what is due out of the schedule's sight: the audit is to see it. */
export async function makeDue(shop: Shop, payment: { stx: string }, due_at: string): Promise<void> {
  await shop.db.run("ALTER TABLE secuconnect_checkout DISABLE TRIGGER clock_stands")
  await setRow(shop, payment, `due_at = ${due_at}`)
  await shop.db.run("ALTER TABLE secuconnect_checkout ENABLE TRIGGER clock_stands")
}
