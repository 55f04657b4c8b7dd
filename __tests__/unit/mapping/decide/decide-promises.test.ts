import { decide } from "../../../../src/mapping/decide/decide"
import {
  SESSION_DELETED,
  type CheckoutState,
  type Decision,
  type MedusaOrder,
  type MedusaState,
} from "../../../../src/mapping/decide/decision"
import { aCheckout, anAuthorizedOrder, aPaymentOf, aWaitingOrder } from "../support/worlds"

const NOTHING: Decision = { act: "nothing" }
const CANCEL: Decision = { act: "cancel_transaction" }
const CANCEL_PAYMENT: Decision = { act: "cancel_payment", payment_id: "pay_1" }
const RESTORE: Decision = { act: "restore_session" }
const TOO_HIGH: Decision = { act: "report", attention: "transfer_too_high" }
const TOO_MUCH_AUTHORIZED: Decision = { act: "report", attention: "authorization_too_high" }
const ORPHAN: Decision = { act: "report", attention: "orphaned" }
const FAILED: Decision = { act: "report", attention: "payment_failed" }
const EXPIRED: Decision = { act: "report", attention: "payment_expired" }
const BOOK: Decision = { act: "book_capture", amount: 44.85 }
const AUTHORIZE: Decision = { act: "book_authorization" }

interface Row {
  what: string
  checkout: Partial<CheckoutState>
  medusa: MedusaState | null
  decision: Decision
}

const check = (rows: Row[]) => {
  it.each(rows)("$what: $decision.act", ({ checkout, medusa, decision }) => {
    expect(decide(aCheckout(checkout), medusa)).toEqual(decision)
  })
}

const order = (fields: Partial<MedusaOrder>): MedusaOrder => ({
  id: "order_1",
  canceled: false,
  ...fields,
})
const needing = (needs: number, more: Partial<MedusaOrder> = {}) =>
  aWaitingOrder({ order: order({ needs, has_other_payments: true, ...more }) })

describe("an order of 44.85 that another payment has paid for, or promised to", () => {
  const expired = { status: "cancelled" as const, was_expired: true, cancels_expired: true }
  check([
    {
      what: "it is not cancelled because the first transfer did not come, and nobody need know",
      checkout: expired,
      medusa: needing(0),
      decision: NOTHING,
    },
    {
      what: "nor because a transfer for the rest did not come, and that is told",
      checkout: expired,
      medusa: needing(500),
      decision: EXPIRED,
    },
    {
      what: "and then the transfer comes",
      checkout: { status: "accepted" },
      medusa: needing(0),
      decision: ORPHAN,
    },
    {
      what: "in part, and then the transfer for the rest comes",
      checkout: { status: "accepted" },
      medusa: needing(500),
      decision: BOOK,
    },
    {
      what: "and still waits for the transfer",
      checkout: { status: "waiting" },
      medusa: needing(0),
      decision: CANCEL,
    },
    {
      what: "in part, and waits for the transfer of the rest",
      checkout: { status: "waiting", amount: 500 },
      medusa: needing(500),
      decision: NOTHING,
    },
    {
      what: "in part, and waits for a transfer of more than the rest",
      checkout: { status: "waiting" },
      medusa: needing(4484),
      decision: TOO_HIGH,
    },
    {
      what: "in part, and the transfer was reduced to the rest",
      checkout: { status: "waiting", amount_asked: 4000 },
      medusa: needing(4000),
      decision: NOTHING,
    },
    {
      what: "in part, and the transfer was reduced to more than the rest",
      checkout: { status: "waiting", amount_asked: 4001 },
      medusa: needing(4000),
      decision: TOO_HIGH,
    },
    {
      what: "in part, and a transfer of more than the rest did not come",
      checkout: { status: "waiting", is_expired: true },
      medusa: needing(500),
      decision: { act: "expire_transfer" },
    },
    {
      what: "and the transfer was cancelled, not needed any more",
      checkout: { status: "cancelled" },
      medusa: needing(0),
      decision: NOTHING,
    },
    {
      what: "and the first page is still open",
      checkout: { status: "open" },
      medusa: needing(0),
      decision: CANCEL,
    },
    {
      what: "and another link is paid all the same",
      checkout: { status: "accepted" },
      medusa: { ...needing(0), cart: null },
      decision: ORPHAN,
    },
    {
      what: "and the same is authorized once more in an old tab",
      checkout: { status: "authorized" },
      medusa: needing(0),
      decision: CANCEL,
    },
    {
      what: "and nothing of it, and a payment is authorized",
      checkout: { status: "authorized" },
      medusa: needing(4485),
      decision: AUTHORIZE,
    },
    {
      what: "in part, and what is authorized is more than the rest",
      checkout: { status: "authorized" },
      medusa: needing(4484),
      decision: CANCEL,
    },
    {
      what: "in part, and a page is open that asks for more than the rest",
      checkout: { status: "open" },
      medusa: needing(1000),
      decision: CANCEL,
    },
    {
      what: "and nobody knows what it needs",
      checkout: { status: "authorized" },
      medusa: aWaitingOrder(),
      decision: AUTHORIZE,
    },
  ])
})

describe("an authorization that Medusa has booked, 44.85", () => {
  const booked = (needs: number, payment: Parameters<typeof aPaymentOf>[1] = {}) =>
    anAuthorizedOrder({
      order: order({ needs }),
      payment: aPaymentOf("checkout_1", payment),
    })
  check([
    {
      what: "is kept while the order needs it",
      checkout: { status: "authorized" },
      medusa: booked(4485),
      decision: NOTHING,
    },
    {
      what: "is kept while the order needs a part of it, and told: it is captured as a whole or not at all",
      checkout: { status: "authorized" },
      medusa: booked(1),
      decision: TOO_MUCH_AUTHORIZED,
    },
    {
      what: "is told also when the order needs only a cent less",
      checkout: { status: "authorized" },
      medusa: booked(4484),
      decision: TOO_MUCH_AUTHORIZED,
    },
    {
      what: "is not told when it was reduced at secuconnect to what the order needs",
      checkout: { status: "authorized", amount_asked: 4000 },
      medusa: booked(4000),
      decision: NOTHING,
    },
    {
      what: "is kept while the order needs more",
      checkout: { status: "authorized" },
      medusa: booked(5000),
      decision: NOTHING,
    },
    {
      what: "is cancelled when another one came first",
      checkout: { status: "authorized" },
      medusa: booked(0),
      decision: CANCEL,
    },
    {
      what: "is cancelled when an edit has put it aside and the core could not cancel it",
      checkout: { status: "authorized" },
      medusa: booked(4485, { is_withdrawn: true }),
      decision: CANCEL,
    },
    {
      what: "is closed in Medusa when that has worked",
      checkout: { status: "cancelled" },
      medusa: booked(4485, { is_withdrawn: true }),
      decision: CANCEL_PAYMENT,
    },
    {
      what: "is cancelled at secuconnect when Medusa has cancelled it already",
      checkout: { status: "authorized" },
      medusa: booked(4485, { canceled: true }),
      decision: CANCEL,
    },
    {
      what: "is told of when its money was taken elsewhere and the order does not need it",
      checkout: { status: "accepted" },
      medusa: booked(0),
      decision: ORPHAN,
    },
    {
      what: "is closed in Medusa when it has come to nothing and another one counts",
      checkout: { status: "cancelled" },
      medusa: booked(0),
      decision: CANCEL_PAYMENT,
    },
    {
      what: "is told of when it has come to nothing and the order counts on it",
      checkout: { status: "failed" },
      medusa: booked(4485),
      decision: FAILED,
    },
    {
      what: "is left alone once it is captured, whatever else there is",
      checkout: { status: "accepted", effective_amount: 4485 },
      medusa: booked(0, { captured: true }),
      decision: NOTHING,
    },
  ])
})

describe("an order whose session the core has deleted, because somebody started another one", () => {
  const left = (fields: Partial<MedusaState> = {}) =>
    aWaitingOrder({
      session_status: SESSION_DELETED,
      order: order({ needs: 4485 }),
      ...fields,
    })
  const asked = { cancel_requested: true, has_order: true }
  check([
    {
      what: "goes on waiting for its transfer",
      checkout: { status: "waiting", ...asked },
      medusa: left(),
      decision: RESTORE,
    },
    {
      what: "goes on waiting, and the ledger has not heard of the order yet",
      checkout: { status: "waiting", ...asked, has_order: false },
      medusa: left(),
      decision: RESTORE,
    },
    {
      what: "takes the money of the transfer",
      checkout: { status: "accepted", ...asked },
      medusa: left(),
      decision: RESTORE,
    },
    {
      what: "takes the authorization that a risk check led to",
      checkout: { status: "authorized", ...asked },
      medusa: left(),
      decision: RESTORE,
    },
    {
      what: "was paid by the other session, and the transfer is not needed",
      checkout: { status: "waiting", ...asked },
      medusa: left({ order: order({ needs: 0, has_other_payments: true }) }),
      decision: CANCEL,
    },
    {
      what: "was paid by the other session, and then the transfer comes",
      checkout: { status: "accepted", ...asked },
      medusa: left({ order: order({ needs: 0, has_other_payments: true }) }),
      decision: ORPHAN,
    },
    {
      what: "was cancelled",
      checkout: { status: "waiting", ...asked },
      medusa: left({ order: order({ canceled: true }) }),
      decision: CANCEL,
    },
    {
      what: "has waited for too long",
      checkout: { status: "waiting", is_expired: true, ...asked },
      medusa: left(),
      decision: { act: "expire_transfer" },
    },
    {
      what: "hears that the transfer was cancelled at secuconnect",
      checkout: { status: "cancelled", ...asked },
      medusa: left(),
      decision: FAILED,
    },
    {
      what: "hears that the transfer has expired",
      checkout: { status: "cancelled", was_expired: true, ...asked },
      medusa: left(),
      decision: EXPIRED,
    },
    {
      what: "was placed by the other session, of a cart that costs more, and the first one is paid",
      checkout: { status: "accepted", has_order: false },
      medusa: left({ order: order({ needs: 5000 }) }),
      decision: ORPHAN,
    },
    {
      what: "was edited, waits, and the money comes that it was placed for",
      checkout: { status: "accepted", ...asked },
      medusa: left({ order: order({ needs: 5000 }) }),
      decision: RESTORE,
    },
    {
      what: "does not mind a page that nobody paid on",
      checkout: { status: "open", ...asked },
      medusa: left(),
      decision: CANCEL,
    },
    {
      what: "never counted on what failed",
      checkout: { status: "failed", has_order: false },
      medusa: left(),
      decision: NOTHING,
    },
    {
      what: "counts on another checkout, and this one was declined",
      checkout: { status: "failed", ...asked },
      medusa: left({ order: order({ needs: 4485, waits_for_other: true }) }),
      decision: NOTHING,
    },
  ])
})
