import type { PaymentTransaction, SimpleStatus, SmartTransaction } from "../../secuconnect"

/** What secuconnect holds for one Smart Transaction, as it says itself. Minor units. */
export interface SecuconnectMoney {
  status: string
  sum: number | null
  /** Every one that transaction and payments name. */
  currencies: string[]
  /** The Smart Transaction's, or where it names none, those of its payments. */
  contracts: string[]
  is_demo: boolean | null
  /** Accepted, less everything given back: the money that is there. */
  in: number
  /** Of the above, invoices whose delivery was not reported. */
  unshipped: number
  /** A bank is taking it back. */
  disputed: number
  /** Authorized, or waited for; `doubtful` of it is on hold, pending or of a status never seen. */
  promised: number
  doubtful: number
  /** Of `promised`, what may come and cannot be taken: a transfer, or what is still checked. */
  awaited: number
  /** The largest amount that one of its payments was made for; 0 while there is none. */
  largest: number
}

/** One Payment Transaction and, unless nothing can be left of it, its effective amount. */
export interface ReadPayment extends PaymentTransaction {
  effective: number
}

type Place = "in" | "promised" | "doubtful" | "disputed" | "none"

/** Where a payment's money is, by its simple status. */
const PLACES: Record<SimpleStatus | "unknown", Place> = {
  proceed: "none",
  accepted: "in",
  authorized: "promised",
  denied: "none",
  issue: "disputed",
  void: "none",
  issue_resolved: "in",
  refund: "in",
  created: "none",
  paid: "in",
  pending: "doubtful",
  subscription_approved: "none",
  subscription_declined: "none",
  on_hold: "doubtful",
  waiting_for_shipment: "in",
  container_authorized: "none",
  container_denied: "none",
  unknown: "doubtful",
}

/** Of a transaction that has not got so far, or has ended, nothing more comes. */
const PROMISES_NOTHING: ReadonlySet<SmartTransaction["status"]> = new Set([
  "created",
  "processing",
  "failed",
  "cancelled",
])

/** Whether something can be left of a payment: for the others nobody need be asked. */
export function canHoldMoney({ status_simple }: PaymentTransaction): boolean {
  return PLACES[status_simple] !== "none"
}

/** A payment that gives money back, by its sign or its parent. */
export function givesBack({ amount, parents }: PaymentTransaction): boolean {
  return (amount ?? 0) < 0 || parents.length > 0
}

/** Adds up what was read of a Smart Transaction; its payments without those that give money back. */
export function toSecuconnectMoney(
  transaction: SmartTransaction,
  payments: ReadPayment[],
): SecuconnectMoney {
  const { sum, is_demo, status, status_raw } = transaction
  const at = (...places: Place[]) =>
    total(payments.filter(({ status_simple }) => places.includes(PLACES[status_simple])))
  const isEnded = PROMISES_NOTHING.has(status)
  const promised = isEnded ? 0 : promisedBy(transaction, payments)
  const everything = [transaction, ...payments]
  return {
    status: status_raw,
    sum: sum ?? null,
    currencies: [...new Set(everything.flatMap(({ currency }) => currency?.toLowerCase() ?? []))],
    contracts: [...new Set(contractsOf(transaction, payments))],
    is_demo: is_demo ?? null,
    in: at("in"),
    unshipped: total(payments.filter(({ status_simple }) => status_simple === UNSHIPPED)),
    disputed: at("disputed"),
    promised,
    awaited: status === "pending" ? promised : 0,
    doubtful: isEnded ? 0 : at("doubtful"),
    largest: Math.max(0, ...payments.filter(canHoldMoney).map(({ amount }) => amount ?? 0)),
  }
}

function contractsOf({ contract_id }: SmartTransaction, payments: ReadPayment[]): string[] {
  const named = contract_id === undefined ? payments : [{ contract_id }]
  return named.flatMap((one) => one.contract_id ?? [])
}

/** A transaction that waits, and names no payment, promises its sum. */
function promisedBy({ status, sum }: SmartTransaction, payments: ReadPayment[]): number {
  const waits = status === "approved" || status === "pending"
  if (waits && payments.length === 0) return sum ?? 0
  return total(payments.filter(({ status_simple }) => PROMISED.has(PLACES[status_simple])))
}

const PROMISED: ReadonlySet<Place> = new Set(["promised", "doubtful"])

const UNSHIPPED: SimpleStatus = "waiting_for_shipment"

function total(payments: ReadPayment[]): number {
  return payments.reduce((sum, { effective }) => sum + effective, 0)
}
