import { isDeepStrictEqual } from "node:util"
import type { Logger } from "@medusajs/framework/types"
import { endOfDispute } from "../../mapping/status/end-of-dispute"
import { isLeftUnknown } from "../../mapping/status/left-unknown"
import { oddReply } from "../../mapping/status/odd-reply"
import type { Finding } from "../../mapping/words/findings"
import type { SecuconnectClient } from "../../secuconnect"
import { isDoubtful } from "./doubtful"
import { fetchFinding, type FetchedFinding } from "./fetch-finding"
import type { CheckoutRow, EventDetail, EventSource } from "./rows"
import { leastAmounts, snapshotOf } from "./snapshot"
import { tellUnreadable } from "./tell-unreadable"
import type { Turns } from "./turns"

interface Deps {
  /** What is used here of the ledger. */
  ledger: {
    client: SecuconnectClient
    turns: Pick<Turns, "giveBackReading">
    now(): Promise<Date>
    writeCheckout(row: Partial<CheckoutRow> & { id: string }): Promise<CheckoutRow>
    listCheckoutEvents(
      filters: { checkout_id: string; finding: Finding },
      config: { order: { created_at: "DESC" }; take: number },
    ): Promise<{ detail: EventDetail | null; created_at: Date }[]>
    note(
      checkout_id: string,
      source: EventSource,
      event: { finding: Finding; detail?: EventDetail },
    ): Promise<void>
  }
  logger: Logger
}

interface Asked {
  by: EventSource
  signal: AbortSignal | undefined
}

/**
 * Reads secuconnect and writes down what it says. A reading that brings news gives its turn back.
 *
 * @throws SecuconnectError when secuconnect cannot be read; the row then keeps what was read before
 */
export async function refresh(
  deps: Deps,
  checkout: CheckoutRow,
  asked: Asked,
): Promise<CheckoutRow> {
  const after = await readAndRecord(deps, checkout, asked)
  if (bringsNews(checkout, after)) await deps.ledger.turns.giveBackReading(checkout.id)
  return after
}

async function readAndRecord(
  deps: Deps,
  checkout: CheckoutRow,
  { by, signal }: Asked,
): Promise<CheckoutRow> {
  const { ledger } = deps
  const { id, stx_id } = checkout
  if (!stx_id) return checkout
  const at = await ledger.now()
  const target = { ...checkout, stx_id, least: leastAmounts(checkout) }
  const read = await fetchFinding(ledger.client, target, signal).catch(async (error: unknown) => {
    await tellUnreadable(ledger, checkout, { error, at, by })
    throw error
  })
  const ended = { ...read, ...endOfDispute(checkout, read) }
  const found = { ...ended, unclear: ended.unclear || isDoubtful(checkout, ended, at) }
  warnOfUnknown(deps, checkout, found)
  const status = await statusOf(deps, checkout, { found, at })
  const seen = snapshotOf({ ...found, status }, { at, unclear_since: checkout.unclear_since })
  if (checkout.stx_status === seen.stx_status && checkout.status === seen.status)
    return await ledger.writeCheckout({ id, ...seen })
  const detail = { stx_status: seen.stx_status, method: seen.method }
  const [updated] = await Promise.all([
    ledger.writeCheckout({ id, ...seen }),
    ledger.note(id, by, { finding: `seen_${seen.status}`, detail }),
    tellOddReply(deps, checkout, { found, by }),
  ])
  return updated
}

/** What a reading can change of a checkout. */
const READ = [
  ...(["stx_status", "status", "status_detail", "mismatch", "dispute"] as const),
  ...(["effective_amount", "surplus_amount", "payments"] as const),
]

/** Whether a reading found another state than the one before. */
function bringsNews(before: CheckoutRow, after: CheckoutRow): boolean {
  return READ.some((name) => !isDeepStrictEqual(before[name], after[name]))
}

function warnOfUnknown(
  { logger }: Deps,
  { reference }: CheckoutRow,
  { transaction }: FetchedFinding,
): void {
  const { id, status, status_raw } = transaction
  if (status === "unknown")
    logger.warn(`secuconnect: ${reference}: ${id} has the unknown status "${status_raw}".`)
}

/** The reading; of a transaction that is left with a status that nobody knows, that it is over. */
async function statusOf(
  { ledger }: Deps,
  checkout: CheckoutRow,
  { found, at }: { found: FetchedFinding; at: Date },
): Promise<FetchedFinding["status"]> {
  if (found.status !== "unknown") return found.status
  const seen = { checkout_id: checkout.id, finding: "seen_unknown" } as const
  const [newest] = await ledger.listCheckoutEvents(seen, { ...NEWEST_FIRST, take: 1 })
  const since = newest?.created_at ?? null
  return isLeftUnknown(checkout, found, { since, at }) ? "cancelled" : "unknown"
}

/** Tells, once for a checkout, what an answer has left open. */
async function tellOddReply(
  { ledger, logger }: Deps,
  { id: checkout_id, reference }: CheckoutRow,
  { found, by }: { found: FetchedFinding; by: EventSource },
): Promise<void> {
  const problem = oddReply(found.transaction, found.payments, found.status)
  if (problem === null) return
  const finding = "odd_reply"
  const told = await ledger.listCheckoutEvents(
    { checkout_id, finding },
    { ...NEWEST_FIRST, take: MOST },
  )
  if (told.length >= MOST || told.some(({ detail }) => detail?.["problem"] === problem)) return
  // The documented answers name no contract either: for the log that is no news.
  if (found.transaction.not_read)
    logger.warn(`secuconnect: ${reference}: an unusual answer: ${problem}`)
  await ledger.note(checkout_id, by, { finding, detail: { problem } })
}

const NEWEST_FIRST = { order: { created_at: "DESC" } } as const
/** More are not told of one checkout. */
const MOST = 10
