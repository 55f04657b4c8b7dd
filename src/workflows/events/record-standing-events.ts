import type { MedusaContainer } from "@medusajs/framework/types"
import { toAttention } from "../../mapping/words/findings"
import { pickLanguage } from "../../mapping/words/language"
import { standingEvents, type StandingEvent } from "../../mapping/decide/shop-events"
import { toTransferDetails } from "../../mapping/views/transfer"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { recordEvent } from "./record-event"
import type { Result } from "./result"

/** Announces what follows from how a checkout stands now; what was announced before stays once. */
export async function recordStandingEvents(
  container: MedusaContainer,
  result: Result,
): Promise<void> {
  const { checkout, after, source } = result
  const events = standingEvents({
    ...checkout,
    attention: toAttention(checkout.attention),
    has_instructions: checkout.instructions !== null,
    after,
  })
  for (const name of events) {
    const distinct = await distinctionOf(container, checkout, name)
    if (distinct === null) continue
    await recordEvent(container, checkout, {
      name,
      source,
      distinct,
      payload: await payloadOf(checkout, name),
    })
  }
}

/**
 * The event with all that a mail needs. The clock's comes once; one that a person sends is another
 * (`distinct`).
 */
export async function recordReminder(
  container: MedusaContainer,
  checkout: CheckoutRow,
  by: { source: EventSource; distinct?: string },
): Promise<void> {
  const payload = await transferPayload(checkout)
  await recordEvent(container, checkout, { name: "secuconnect.payment_reminder", payload, ...by })
}

/** Disputes come and go; each one, and each end of one, is told. Null: there is nothing to tell. */
async function distinctionOf(
  container: MedusaContainer,
  checkout: CheckoutRow,
  name: StandingEvent,
): Promise<string | null> {
  if (name === "secuconnect.refund_failed") return String(checkout.effective_amount)
  const count = (event: StandingEvent) => countEvents(container, checkout.id, event)
  if (name === "secuconnect.payment_disputed") {
    return String(await count("secuconnect.payment_dispute_resolved"))
  }
  if (name !== "secuconnect.payment_dispute_resolved") return ""
  const disputes = await count("secuconnect.payment_disputed")
  return disputes === 0 ? null : String(disputes)
}

async function countEvents(
  container: MedusaContainer,
  checkout_id: string,
  event_name: StandingEvent,
): Promise<number> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const filter = { checkout_id, event_name }
  return (await ledger.listCheckoutEvents(filter, { select: ["id"] })).length
}

async function payloadOf(checkout: CheckoutRow, name: StandingEvent) {
  return name === "secuconnect.payment_waiting" ? await transferPayload(checkout) : {}
}

/** Owner, IBAN and purpose are secupay's for this one payment: no personal data. */
async function transferPayload(checkout: CheckoutRow) {
  const { instructions, amount, currency_code, language } = checkout
  if (!instructions) return {}
  const details = await toTransferDetails(instructions, amount, currency_code)
  const { owner, iban, bic, bank_name, purpose } = details
  return {
    transfer_details: {
      ...{ owner, iban, bic, bank_name, purpose },
      amount: details.amount,
      currency_code: details.currency_code,
    },
    language: pickLanguage({ locales: [language] }),
  }
}
