import type { Outcome } from "../../mapping/decide/outcome"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { recordRefund } from "../events/record-refund"
import { recordStandingEvents } from "../events/record-standing-events"
import { findCartChange } from "./cart-changed"
import { checkOthersOfOrder } from "./others-of-order"
import { supersedeOthers } from "./supersede-others"

interface Found {
  outcome: Outcome
  source: EventSource
}

/**
 * Writes down what follows from a step: events, the row, lines of the history. The events first: a
 * crash in between then finds them again.
 *
 * @returns the row as it is now
 */
export async function record(
  deps: Deps,
  checkout: CheckoutRow,
  { outcome, source }: Found,
): Promise<CheckoutRow> {
  const { row, events, refunded, notes, is_new_order, compares_cart, settles_order } = outcome
  const { reminded_at } = checkout
  await recordStandingEvents(deps, { ...checkout, ...row }, { events, source, reminded_at })
  if (refunded > 0) await recordRefund(deps, { ...checkout, ...row }, { refunded, source })
  const { id } = checkout
  const change = compares_cart ? await findCartChange(deps, checkout) : {}
  const updated: CheckoutRow = await deps.ledger.writeCheckout({ id, ...row, ...change })
  if (is_new_order) await supersedeOthers(deps.ledger, updated)
  if (settles_order) await checkOthersOfOrder(deps.ledger, updated)
  for (const note of notes) await writeNote(deps, updated, { note, source })
  return updated
}

async function writeNote(
  { ledger, logger }: Pick<Deps, "ledger" | "logger">,
  { id, reference }: CheckoutRow,
  { note, source }: { note: Outcome["notes"][number]; source: EventSource },
): Promise<void> {
  const { finding, once } = note
  const isKnown =
    once && (await ledger.listCheckoutEvents({ checkout_id: id, finding }, { take: 1 })).length > 0
  if (isKnown) return
  const { cause, reason } = note.problem ?? { cause: null, reason: null }
  logger.warn(`secuconnect: ${reference}: ${finding}${cause === null ? "" : `: ${cause}`}`)
  const detail = { problem: cause, reason }
  await ledger.note(id, source, { finding, ...(once ? {} : { detail }) })
}
