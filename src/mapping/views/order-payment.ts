import { toMajorUnits } from "../words/currency"
import {
  transferDue,
  type OrderToPay,
  type Transfer,
  type TransferDue,
} from "../status/transfer-due"
import { sessionFinding, type SessionFinding, type SessionState } from "./outcome"
import type { Refunded } from "./refunded"
import { texts, type TextCode } from "../words/texts"
import type { Language } from "../words/language"
import type { CheckoutStatus } from "../status/status"
import { toTransferDetails, type TransferAccount, type TransferDetails } from "./transfer"

/** A checkout of an order, as the ledger has it. Amount in minor units. */
export interface OrderCheckout extends Transfer {
  currency_code: string
  currency_exponent: number
  is_demo: boolean
  instructions: TransferAccount | null
}

/** How the payment of an order stands; of a session there is no refund to tell of. */
export type OrderPaymentStanding = SessionState | "refunded" | "partly_refunded"

/** What a customer may know of the payment of an order. `amount` in major units. */
export interface OrderPayment {
  order_id: string | null
  method: string | null
  state: OrderPaymentStanding
  text: string
  amount: number
  currency_code: string
  is_demo: boolean
  transfer_details: TransferDetails | null
}

/** The order of a checkout, as far as its customer is told of it. */
export interface ToldOrder {
  /** See `transferDue`; null where it was not read. */
  order: OrderToPay | null
  /** What of the order's money went back, see `refundedOf`. */
  refunded: Refunded | null
}

export async function toOrderPayment(
  checkout: OrderCheckout,
  language: Language,
  { order, refunded }: ToldOrder = { order: null, refunded: null },
): Promise<OrderPayment> {
  const { amount, currency_code, method } = checkout
  const due = transferDue(checkout, order)
  const { state, code } = refundFinding(refunded, findingOf(checkout, due))
  return {
    order_id: checkout.order_id,
    method,
    state,
    text: texts[language][code],
    amount: toMajorUnits(amount, checkout),
    currency_code,
    is_demo: checkout.is_demo,
    transfer_details: await detailsOf(checkout, due),
  }
}

interface OrderFinding {
  state: OrderPaymentStanding
  code: TextCode
}

const REFUNDED: Readonly<Record<Refunded, OrderFinding>> = {
  all: { state: "refunded", code: "payment_refunded" },
  part: { state: "partly_refunded", code: "payment_partly_refunded" },
}

/** Where something is still to be done or checked, that goes before. */
function refundFinding(refunded: Refunded | null, finding: SessionFinding): OrderFinding {
  const isOver = finding.state === "paid" || finding.state === "aborted"
  return refunded !== null && isOver ? REFUNDED[refunded] : finding
}

/** The account, with what is to be transferred to it; null when nothing is. */
export async function detailsOf(
  checkout: Pick<OrderCheckout, "instructions" | "currency_code" | "currency_exponent">,
  due: TransferDue,
): Promise<TransferDetails | null> {
  const { instructions } = checkout
  if (!instructions || due.is !== "due") return null
  return await toTransferDetails(instructions, due.amount, checkout)
}

/** A sentence that asks for a transfer only where one is due. */
function findingOf(checkout: OrderCheckout, due: TransferDue): SessionFinding {
  const finding = sessionFinding(checkout)
  if (finding.code !== "payment_waiting") return finding
  if (due.is === "nothing") return { state: "aborted", code: "payment_not_needed" }
  if (due.is === "too_much") return { ...finding, code: "payment_asks_too_much" }
  return due.rest > 0 ? { ...finding, code: "payment_waiting_for_part" } : finding
}

/** Which of an order's checkouts says how it is paid: what is paid, then what is promised. */
const TELLING: readonly (CheckoutStatus | null)[] = ["accepted", "authorized", "waiting"]

/**
 * Of an order's checkouts, newest first, the one to be shown: an order can have had more than one
 * try, and money that it did not want.
 */
export function tellingCheckout<Checkout extends Pick<OrderCheckout, "status" | "attention">>(
  checkouts: Checkout[],
): Checkout | undefined {
  const wanted = checkouts.filter(({ attention }) => !UNWANTED.has(attention ?? null))
  for (const status of TELLING) {
    const found = wanted.find((checkout) => checkout.status === status)
    if (found) return found
  }
  return checkouts[0]
}

const UNWANTED: ReadonlySet<string | null> = new Set(["orphaned", "not_cancelled"])
