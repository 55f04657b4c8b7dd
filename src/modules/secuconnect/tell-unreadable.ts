import { isUnclearForLong } from "../../mapping/decide/unclear"
import type { Finding } from "../../mapping/words/findings"
import { SecuconnectUnreadableError } from "../../secuconnect"
import type { CheckoutRow, EventDetail, EventSource } from "./rows"

/** What is used here of the ledger. */
interface Ledger {
  writeCheckout(row: Partial<CheckoutRow> & { id: string }): Promise<CheckoutRow>
  note(
    checkout_id: string,
    source: EventSource,
    event: { finding: Finding; detail?: EventDetail },
  ): Promise<void>
}

const finding = "status_unclear"

/**
 * An answer that cannot be read leaves the status unclear: nothing is cancelled or reminded of on it,
 * and when it stays so a person is told, with the place that does not fit. The next answer that can be
 * read ends both. Failures of other kinds pass by themselves.
 *
 * @param at when secuconnect was asked, by the database's time
 */
export async function tellUnreadable(
  ledger: Ledger,
  { id, unclear_since, attention }: CheckoutRow,
  { error, at, by }: { error: unknown; at: Date; by: EventSource },
): Promise<void> {
  if (!(error instanceof SecuconnectUnreadableError)) return
  if (unclear_since === null) {
    await ledger.writeCheckout({ id, unclear_since: at })
    return
  }
  if (attention !== null || !isUnclearForLong(unclear_since, at)) return
  await ledger.note(id, by, { finding, detail: { problem: error.message } })
  await ledger.writeCheckout({ id, attention: finding })
}
