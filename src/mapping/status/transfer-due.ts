import { isDead, type CheckoutStatus } from "./status"

/** A checkout, as far as it says what its customer transfers. Amounts in minor units. */
export interface Transfer {
  status: CheckoutStatus | null
  /** `in_review`: nothing is to be transferred, secupay is still checking. */
  status_detail?: string | null
  method: string | null
  order_id: string | null
  attention?: string | null
  amount: number
  /** What is left after refunds; null while no money is in. */
  effective_amount: number | null
  payments?: TransferPayment[] | null
}

/** One of the payments of a Smart Transaction, as the ledger has it. */
export interface TransferPayment {
  status: string
  amount: number | null
  is_refund: boolean
}

/** The order that the transfer is for. */
export interface OrderToPay {
  canceled: boolean
  /** What it still needs of this payment, beside all others; null where nobody knows. */
  needs: number | null
}

/** What is to be transferred. Amounts in minor units. */
export type TransferDue =
  | { is: "nothing" }
  /** `rest`: what the order needs beyond that, and this transfer cannot bring. */
  | { is: "due"; amount: number; rest: number }
  /**
   * secuconnect waits for more than the order needs by now. Its transaction cannot be changed, and
   * a transfer of less is not known to be recognized: nobody is told to transfer either sum.
   */
  | { is: "too_much"; asked: number; needed: number }

const NOTHING: TransferDue = { is: "nothing" }

/** What says that no order needs it. */
const UNWANTED: ReadonlySet<string | null> = new Set(["orphaned", "not_cancelled"])

/**
 * What a customer still has to transfer for a checkout: the one answer for every mail, event, page and
 * QR code. Pure.
 *
 * @param order null where there is none, or it was not read
 */
export function transferDue(transfer: Transfer, order: OrderToPay | null): TransferDue {
  if (!isForOrder(transfer) || order?.canceled === true) return NOTHING
  if (transfer.status === "accepted") return owedToSecupay(transfer)
  return isPromised(transfer) ? compare(amountAsked(transfer), order?.needs ?? null) : NOTHING
}

function compare(asked: number, needs: number | null): TransferDue {
  const needed = needs ?? asked
  if (asked <= 0 || needed <= 0) return NOTHING
  return needed < asked
    ? { is: "too_much", asked, needed }
    : { is: "due", amount: asked, rest: needed - asked }
}

function isForOrder({ order_id, attention = null }: Transfer): boolean {
  return order_id !== null && !UNWANTED.has(attention)
}

/** What secuconnect still waits for: what was asked for, unless it was reduced there since. */
export function amountAsked({ amount, effective_amount, payments }: AskedOf): number {
  if (effective_amount !== null) return effective_amount
  const live = (payments ?? []).find(({ status, is_refund }) => !is_refund && !isDead(status ?? ""))
  return Math.min(live?.amount ?? amount, amount)
}

interface AskedOf extends Pick<Transfer, "amount" | "effective_amount"> {
  payments?: readonly Partial<TransferPayment>[] | null
}

/** Of what is authorized only an invoice leads to a transfer. */
function isPromised({ status, status_detail, method }: Transfer): boolean {
  if (status_detail === "in_review") return false
  return status === "waiting" || (status === "authorized" && method === "invoice")
}

/** An invoice is settled for the shop, and the customer pays secupay: all that was not refunded. */
function owedToSecupay(transfer: Transfer): TransferDue {
  if (transfer.method !== "invoice") return NOTHING
  const isPaid = transfer.payments?.some(({ status, is_refund }) => status === "paid" && !is_refund)
  const amount = amountAsked(transfer)
  return isPaid || amount <= 0 ? NOTHING : { is: "due", amount, rest: 0 }
}
