import { bookedOn } from "./booked"
import { deliveryLaw } from "./delivery-laws"
import type { AuditedCase, AuditedCheckout } from "./facts"
import type { Mismatch } from "../words/payments"
import { unless0, type Breach } from "./breach"

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
/** Clocks are compared at the second. */
const CLOCK_MS = 5_000

/** Whether the ledger's own marks, times and open work are what they should be. */
export function markLaws(audited: AuditedCase): Breach[] {
  const now = audited.now.getTime()
  return audited.checkouts.flatMap((checkout) => [
    ...mismatchLaw(checkout),
    ...timeLaw(checkout, now),
    ...openWorkLaw(checkout, now),
    ...deliveryLaw(checkout, audited),
  ])
}

/** A mark that holds is told by its attention; one that does not is a fault of its own. */
function mismatchLaw(checkout: AuditedCheckout): Breach[] {
  const { id, amount, mismatch, secuconnect } = checkout
  const there = secuconnect.in + secuconnect.promised + secuconnect.disputed
  if (there === 0) return []
  const isShort = bookedOn(checkout.payments).captured === 0 && there !== amount
  if (differs(checkout) || (mismatch !== null && isShort)) {
    const found = Math.max(secuconnect.sum ?? 0, secuconnect.largest)
    return [{ code: "differs_from_request", checkout_id: id, expected: amount, found }]
  }
  return COMPARED.has(mismatch) ? unless0("mark_outdated", amount, id) : []
}

/** Marks of what is compared here; others are about statuses. */
const COMPARED: ReadonlySet<string | null> = new Set<Mismatch>([
  "amount",
  "currency",
  "contract",
  "demo",
  "unconfirmed",
])

/** What secuconnect names; less than asked for can be a reduction, more never is one. */
function differs({ amount, currency_code, contract_id, is_demo, secuconnect }: AuditedCheckout) {
  const { sum, largest, currencies, contracts } = secuconnect
  return (
    Math.max(sum ?? 0, largest) > amount ||
    currencies.some((currency) => currency !== currency_code.toLowerCase()) ||
    contracts.some((contract) => contract !== contract_id) ||
    (secuconnect.is_demo !== null && secuconnect.is_demo !== is_demo)
  )
}

function timeLaw({ id, checked_at, created_at, waiting_since }: AuditedCheckout, now: number) {
  const times = [checked_at, created_at, waiting_since]
  const ahead = times.filter((time) => time !== null && time.getTime() > now + CLOCK_MS)
  return unless0("time_in_future", ahead.length, id)
}

function openWorkLaw(checkout: AuditedCheckout, now: number): Breach[] {
  const { id, open_requests, delivery_reports } = checkout
  const isOlder = (ms: number) => (row: { created_at: Date }) => row.created_at.getTime() < now - ms
  const reports = delivery_reports.filter(({ state }) => state === "open").filter(isOlder(DAY_MS))
  return [
    ...open_requests
      .filter(isOlder(HOUR_MS))
      .flatMap(({ amount }) => unless0("request_open", amount, id)),
    ...unless0("report_open", reports.length, id),
  ]
}
