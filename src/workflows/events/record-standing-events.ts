import type { StandingEvent } from "../../mapping/decide/shop-events"
import { transferDue } from "../../mapping/status/transfer-due"
import { detailsOf } from "../../mapping/views/order-payment"
import { pickLanguage } from "../../mapping/words/language"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { readOrderToPay } from "./read-order-to-pay"
import { recordEvent } from "./record-event"

/** What is to be told of a checkout. */
interface Standing {
  events: StandingEvent[]
  source: EventSource
  /** When its customer was reminded before. */
  reminded_at: Date | null
}

/** Records what follows from how a checkout stands now; what was recorded before stays once. */
export async function recordStandingEvents(
  deps: Pick<Deps, "ledger" | "query">,
  checkout: CheckoutRow,
  { events, source, reminded_at }: Standing,
): Promise<void> {
  for (const name of events) {
    const distinct =
      name === "secuconnect.payment_reminder"
        ? reminderAfter(reminded_at)
        : await distinctionOf(deps, checkout, name)
    if (distinct === null) continue
    const payload = await payloadOf(deps, checkout, name)
    if (ASKS_FOR_MONEY.has(name) && !("transfer_details" in payload)) continue
    await recordEvent(deps, checkout, { name, source, distinct, payload })
  }
}

/** Nobody is asked to transfer what need not be transferred. */
const ASKS_FOR_MONEY: ReadonlySet<StandingEvent> = new Set([
  "secuconnect.payment_reminder",
  "secuconnect.invoice_payable",
])

const NAMES_TRANSFER: ReadonlySet<StandingEvent> = new Set([
  "secuconnect.payment_waiting",
  ...ASKS_FOR_MONEY,
])

/** Of these a customer can be mailed. */
const NAMES_LANGUAGE: ReadonlySet<StandingEvent> = new Set([
  "secuconnect.payment_failed",
  "secuconnect.payment_expired",
])

/** All that a mail needs, beside what its order says. */
async function payloadOf(
  deps: Pick<Deps, "ledger" | "query">,
  checkout: CheckoutRow,
  name: StandingEvent,
): Promise<Record<string, unknown>> {
  if (NAMES_TRANSFER.has(name)) return await transferPayload(deps, checkout)
  return NAMES_LANGUAGE.has(name) ? { language: languageOf(checkout) } : {}
}

/**
 * A reminder is told from others by the one before it, so that of several that are asked for at once, by
 * whomever, the database takes one.
 */
function reminderAfter(before: Date | null): string {
  return before?.toISOString() ?? ""
}

/** A reminder that a person sends. */
export async function recordReminder(
  deps: Pick<Deps, "ledger" | "query">,
  checkout: CheckoutRow,
): Promise<void> {
  const payload = await transferPayload(deps, checkout)
  const by = { source: "admin", distinct: reminderAfter(checkout.reminded_at) } as const
  await recordEvent(deps, checkout, { name: "secuconnect.payment_reminder", payload, ...by })
}

/** Disputes come and go; each one, and each end of one, is told. Null: there is nothing to tell. */
async function distinctionOf(
  { ledger }: Pick<Deps, "ledger">,
  checkout: CheckoutRow,
  name: StandingEvent,
): Promise<string | null> {
  const count = async (event_name: StandingEvent) => {
    const filter = { checkout_id: checkout.id, event_name }
    return (await ledger.listCheckoutEvents(filter, { select: ["id"] })).length
  }
  if (name === "secuconnect.refund_failed") return String(checkout.effective_amount)
  // Told only to those who were told before that there is no order.
  if (name === "secuconnect.payment_given_up") {
    return (await count("secuconnect.payment_orphaned")) > 0 ? "" : null
  }
  if (name === "secuconnect.payment_disputed") {
    return String(await count("secuconnect.payment_dispute_resolved"))
  }
  if (name !== "secuconnect.payment_dispute_resolved") return ""
  const disputes = await count("secuconnect.payment_disputed")
  return disputes === 0 ? null : String(disputes)
}

/**
 * Owner, IBAN and purpose are secupay's for this one payment: no personal data. Nothing where nothing
 * is to be transferred, or not what secuconnect waits for.
 */
async function transferPayload(deps: Pick<Deps, "ledger" | "query">, checkout: CheckoutRow) {
  const { instructions } = checkout
  const order = instructions && (await readOrderToPay(deps, checkout))
  const details = await detailsOf(checkout, transferDue(checkout, order))
  if (!details) return {}
  const { owner, iban, bic, bank_name, purpose } = details
  return {
    transfer_details: {
      ...{ owner, iban, bic, bank_name, purpose },
      amount: details.amount,
      currency_code: details.currency_code,
    },
    language: languageOf(checkout),
  }
}

function languageOf({ language }: CheckoutRow) {
  return pickLanguage({ locales: [language] })
}
