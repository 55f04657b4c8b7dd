import { isAlreadyThere } from "../../mapping/words/errors"
import { toMajorUnits } from "../../mapping/words/currency"
import { FINDING_OF_EVENT, type ShopEventName } from "../../mapping/words/findings"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** Something that the shop's own subscribers may want to know. */
export interface NewEvent {
  name: ShopEventName
  source: EventSource
  /** What tells it from others of the same name at the same checkout; leave it out for "once". */
  distinct?: string
  /** Beside the ids and amounts that every event carries. No personal data. */
  payload?: Record<string, unknown>
}

/**
 * Writes an event down, once, however often it is found. Do this before the state that it follows
 * from is written: a crash in between then repeats the finding, and nothing is lost.
 *
 * `publishEvents` hands it to the event bus.
 */
export async function recordEvent(
  { ledger }: Pick<Deps, "ledger">,
  checkout: CheckoutRow,
  { name, source, distinct = "", payload = {} }: NewEvent,
): Promise<void> {
  const once = `${checkout.id}:${name}:${distinct}`
  const known = await ledger.listCheckoutEvents({ once }, { select: ["id"], take: 1 })
  if (known.length > 0) return
  const event = {
    checkout_id: checkout.id,
    source,
    finding: FINDING_OF_EVENT[name],
    event_name: name,
    once,
    payload: { ...commonPayload(checkout), ...payload },
  }
  try {
    await ledger.createCheckoutEvents(await ledger.dated(event))
  } catch (error) {
    // Another server has written it between the read and the write.
    if (!isAlreadyThere(error)) throw error
  }
}

/** Amounts in major units. */
function commonPayload(checkout: CheckoutRow) {
  const { id, reference, order_id, payment_session_id, stx_id, method, is_demo } = checkout
  const { currency_code, amount_due } = checkout
  const amount = toMajorUnits(checkout.amount, checkout)
  return {
    checkout_id: id,
    ...{ reference, order_id, payment_session_id, stx_id, method, is_demo, amount, currency_code },
    ...(amount_due
      ? {
          amount_due: toMajorUnits(amount_due.amount, amount_due.currency_code),
          currency_due: amount_due.currency_code,
        }
      : {}),
  }
}
