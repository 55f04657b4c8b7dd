import { notAllowed } from "../../mapping/words/errors"
import { pickLanguage } from "../../mapping/words/language"
import { paysBefore } from "../../mapping/status/pays-first"
import { texts } from "../../mapping/words/texts"
import type { CartSessions } from "../../medusa/read-amount-due"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/** Nothing is before money, and what failed is told as it is. */
const OVER: ReadonlySet<CheckoutRow["status"]> = new Set(["accepted", "failed", "cancelled"])

/**
 * The core authorizes the first session of a cart that has several, and the shopper may have paid on
 * another one's page: that one is synced in a moment, and gets the order.
 *
 * @param cart of the payment's session
 * @throws MedusaError for the shopper when another session of the cart has been paid
 */
export async function refusePaidOtherwise(
  { ledger }: ProviderDeps,
  own: Pick<CheckoutRow, "status" | "order_id" | "language">,
  cart: Pick<CartSessions, "others"> | null,
): Promise<void> {
  const { status, order_id, language } = own
  if (order_id !== null || OVER.has(status)) return
  const rivals = await ledger.refreshSessions(cart?.others ?? [], "medusa")
  const paid = rivals.filter((rival) => paysBefore(rival, status))
  if (paid.length === 0) return
  await ledger.checkSoon(paid.map(({ id }) => id))
  const words = texts[pickLanguage({ locales: [language] })]
  throw notAllowed(words.checkout_already_paid, "checkout_already_paid")
}
