import type { Fault } from "../support/sandbox-control"
import type { Fate, GateSpec } from "../support/write-gates"

export type Flow = "initiate" | "complete" | "authorize" | "capture" | "refund"

/** Where the store dies. `hold`: secuconnect has done its work, its answer is on the way. */
export type Place = { gate: GateSpec; fate: Fate } | { hold: Pick<Fault, "method" | "path"> }

export interface CrashPoint {
  flow: Flow
  at: string
  place: Place
}

const lost = (table: string, on: GateSpec["on"], when?: string): Place => ({
  gate: { table, on, ...(when ? { when } : {}) },
  fate: "lost",
})
const written = (table: string, on: GateSpec["on"], when?: string): Place => ({
  gate: { table, on, ...(when ? { when } : {}) },
  fate: "written",
})
const held = (method: string, path: string): Place => ({ hold: { method, path } })

const CHECKOUT = "secuconnect_checkout"
const REQUEST = "secuconnect_money_request"
const COLLECTION = "payment_collection"
const AUTHORIZED = "NEW.authorized_amount > coalesce(OLD.authorized_amount, 0)"
const CAPTURED = "NEW.captured_amount > coalesce(OLD.captured_amount, 0)"
const REFUNDED = "NEW.refunded_amount > coalesce(OLD.refunded_amount, 0)"

/** Per flow in the order in which a store passes them. */
export const CRASH_POINTS: readonly CrashPoint[] = [
  at("initiate", "before the ledger's row is written", lost(CHECKOUT, "INSERT")),
  at("initiate", "after it, before the call to secuconnect", written(CHECKOUT, "INSERT")),
  at(
    "initiate",
    "after secuconnect has made the transaction",
    held("POST", "/Smart/Transactions$"),
  ),
  at(
    "initiate",
    "before the ledger knows it",
    lost(CHECKOUT, "UPDATE", "NEW.creation = 'open' AND OLD.creation = 'creating'"),
  ),
  at(
    "initiate",
    "after that, before the session has its data",
    lost("payment_session", "UPDATE", "NEW.data->>'stx_id' IS NOT NULL"),
  ),

  at("complete", "while secuconnect answers the look", held("GET", "/Smart/Transactions/")),
  at(
    "complete",
    "before the look is written down",
    lost(CHECKOUT, "UPDATE", "NEW.status = 'accepted' AND OLD.status IS DISTINCT FROM 'accepted'"),
  ),
  at("complete", "before the order is written", lost("order", "INSERT")),
  at(
    "complete",
    "before the cart is completed",
    lost("cart", "UPDATE", "NEW.completed_at IS NOT NULL AND OLD.completed_at IS NULL"),
  ),
  at("complete", "before the payment is written", lost("payment", "INSERT")),
  at("complete", "after that, before its capture is written", lost("capture", "INSERT")),
  at(
    "complete",
    "before the payment is marked as captured",
    lost("payment", "UPDATE", "NEW.captured_at IS NOT NULL AND OLD.captured_at IS NULL"),
  ),
  at("complete", "before the collection has its sums", lost(COLLECTION, "UPDATE", CAPTURED)),
  at("complete", "before the order's transaction is written", lost("order_transaction", "INSERT")),
  at(
    "complete",
    "before the ledger knows the order",
    lost(CHECKOUT, "UPDATE", "NEW.order_id IS NOT NULL AND OLD.order_id IS NULL"),
  ),

  at("authorize", "before the payment is written", lost("payment", "INSERT")),
  at("authorize", "before the collection has its sums", lost(COLLECTION, "UPDATE", AUTHORIZED)),

  at("capture", "before Medusa's capture is written", lost("capture", "INSERT")),
  at(
    "capture",
    "after that, before our request is written",
    lost(REQUEST, "INSERT", "NEW.kind = 'capture'"),
  ),
  at("capture", "after secuconnect has taken the money", held("POST", "/start$")),
  at(
    "capture",
    "before the payment is marked as captured",
    lost("payment", "UPDATE", "NEW.captured_at IS NOT NULL AND OLD.captured_at IS NULL"),
  ),
  at("capture", "before the collection has its sums", lost(COLLECTION, "UPDATE", CAPTURED)),
  at("capture", "before the order's transaction is written", lost("order_transaction", "INSERT")),

  at("refund", "before Medusa's refund is written", lost("refund", "INSERT")),
  at(
    "refund",
    "after that, before our request is written",
    lost(REQUEST, "INSERT", "NEW.kind = 'refund'"),
  ),
  at("refund", "after secuconnect has given the money back", held("POST", "/cancel$")),
  at(
    "refund",
    "before the request is known to be done",
    lost(REQUEST, "UPDATE", "NEW.state = 'done'"),
  ),
  at("refund", "before the collection has its sums", lost(COLLECTION, "UPDATE", REFUNDED)),
  at("refund", "before the order's transaction is written", lost("order_transaction", "INSERT")),
]

function at(flow: Flow, where: string, place: Place): CrashPoint {
  return { flow, at: where, place }
}
