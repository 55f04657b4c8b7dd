import { z } from "zod"
import { integer, maybe, text } from "./lenient"

/**
 * Names of the simple status; the index is the vendor's number.
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
export const SIMPLE_STATUSES = [
  "proceed",
  "accepted",
  "authorized",
  "denied",
  "issue",
  "void",
  "issue_resolved",
  "refund",
  "created",
  "paid",
  "pending",
  "subscription_approved",
  "subscription_declined",
  "on_hold",
  "waiting_for_shipment",
  "container_authorized",
  "container_denied",
] as const

export type SimpleStatus = (typeof SIMPLE_STATUSES)[number]

/** A number never seen before, or none, becomes `unknown`. */
function parseSimpleStatus(raw: number | undefined): SimpleStatus | "unknown" {
  return raw === undefined ? "unknown" : (SIMPLE_STATUSES[raw] ?? "unknown")
}

/** The vendor's number, which may come as its name: `Accepted`, `on hold`. */
export const simpleStatus = maybe(z.union([integer, text.transform(numberOf)]))

/** The fine status: a number, or a word that tells as much as the simple one where that is left out. */
export const fineStatus = z.union([integer, text]).optional().catch(undefined)

/** Both statuses of a payment, by the number or the word that says it. */
export function readStatuses(simple: number | undefined, fine: number | string | undefined) {
  const raw = simple ?? (typeof fine === "string" ? numberOf(fine) : undefined)
  return {
    status_simple: parseSimpleStatus(raw),
    status_simple_raw: raw,
    status_fine: typeof fine === "number" ? fine : undefined,
  }
}

/** Absent for a word that is not in the vendor's list. */
function numberOf(name: string): number | undefined {
  const spelled = name
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace("authorised", "authorized")
  const number = SIMPLE_STATUSES.findIndex((known) => known === spelled)
  return number < 0 ? undefined : number
}
