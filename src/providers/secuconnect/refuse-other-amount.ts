import { MedusaError } from "@medusajs/framework/utils"
import { bothSums, meets } from "../../mapping/decide/amount-due"
import { pickLanguage } from "../../mapping/words/language"
import { texts } from "../../mapping/words/texts"
import { readAmountDue, type CartSessions } from "../../medusa/read-amount-due"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/**
 * The last look before an order stands: the core calls this within the completion, under the cart's
 * lock, when the order has been made of the cart. An order that counts
 * on the payment already may have been edited since, and gets its money.
 *
 * @param cart of the payment's session, as it was read a moment before
 * @returns false where other sessions pay for all of it: this one is then closed, and they get the order
 * @throws MedusaError for the shopper when the order costs something else than the payment brings; the
 *   core then takes the order back, and the merchant is told in a moment
 */
export async function refuseOtherAmount(
  { ledger, query, logger }: ProviderDeps,
  checkout: CheckoutRow,
  cart: CartSessions | null,
): Promise<boolean> {
  const { id, order_id, reference, status } = checkout
  if (order_id !== null) return true
  const due = await readAmountDue(query, checkout, cart)
  if (!due || due.is_edited || meets(due, checkout)) return true
  logger.warn(`secuconnect: ${reference}: no order is placed: ${bothSums(checkout, due)}`)
  await ledger.checkSoon([id])
  if (due.amount <= 0) return false
  const words = texts[pickLanguage({ locales: [checkout.language] })]
  throw new MedusaError(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    status === "accepted" ? words.payment_amount_changed : words.payment_amount_changed_unpaid,
    "checkout_amount_changed",
  )
}
