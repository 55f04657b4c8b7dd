import { z } from "zod"
import type { MailContent, MailedTransfer } from "../../mapping/mails/mail"
import { transferDue, type OrderToPay } from "../../mapping/status/transfer-due"
import { toMinorUnits } from "../../mapping/words/currency"
import { amount } from "../../mapping/words/rows"
import type { CheckoutRow } from "../../modules/secuconnect/types"

/** What an event tells, and how things stand by now. */
export interface Told {
  name: string
  data: unknown
  checkout: CheckoutRow
  /** Null where there is none any more. */
  order: OrderToPay | null
}

const refundSchema = z.object({ refunded_amount: amount })

/** Of the customer's events, what each is mailed as. */
const MAILS: Readonly<Record<string, (told: Told) => MailContent | null>> = {
  "secuconnect.payment_waiting": ofTransfer,
  "secuconnect.payment_reminder": ofTransfer,
  "secuconnect.invoice_payable": ofTransfer,
  "secuconnect.payment_failed": ofFailure,
  "secuconnect.payment_expired": ofFailure,
  "secuconnect.refund_made": ofRefund,
}

/**
 * The mail that an event leads to. An event can be published, or a mail repeated, after the order was
 * changed or paid: what counts is how things stand now. Pure.
 *
 * @returns null when there is nothing to mail about any more
 */
export function mailOfEvent(told: Told): MailContent | null {
  return MAILS[told.name]?.(told) ?? null
}

function ofTransfer({ name, checkout, order }: Told): MailContent | null {
  const due = transferDue(checkout, order)
  const transfer = transferOf(checkout, order)
  if (due.is !== "due" || !transfer) return null
  if (checkout.method === "invoice") return { kind: "invoice", transfer }
  const kind = name === "secuconnect.payment_reminder" ? "reminder" : "prepayment"
  return { kind, transfer, rest: due.rest }
}

const OVER: ReadonlySet<CheckoutRow["status"]> = new Set(["failed", "cancelled"])

/** Whoever cancels the order, or is paid another way, needs no payment any more. */
function ofFailure({ name, checkout, order }: Told): MailContent | null {
  const reason = name === "secuconnect.payment_expired" ? "expired" : "failed"
  if (!order || !OVER.has(checkout.status)) return null
  const is_order_canceled = order.canceled
  if (is_order_canceled ? reason === "failed" : (order.needs ?? 1) <= 0) return null
  const failed = { ...currencyOf(checkout), amount: checkout.amount }
  return { kind: "payment_failed", amount: failed, reason, is_order_canceled, url: null }
}

function ofRefund({ data, checkout, order }: Told): MailContent | null {
  const told = refundSchema.safeParse(data)
  if (!told.success) return null
  const refunded = toMinorUnits(told.data.refunded_amount, checkout)
  const isPaid = checkout.payments?.some(({ status, is_refund }) => status === "paid" && !is_refund)
  const is_open_invoice = checkout.method === "invoice" && !isPaid
  return {
    kind: "refund",
    amount: { ...currencyOf(checkout), amount: refunded },
    is_open_invoice,
    transfer: is_open_invoice ? transferOf(checkout, order) : null,
  }
}

/** Null where nothing is to be transferred, or secuconnect has named no account. */
function transferOf(checkout: CheckoutRow, order: OrderToPay | null): MailedTransfer | null {
  const due = transferDue(checkout, order)
  const { instructions } = checkout
  if (due.is !== "due" || !instructions) return null
  return { ...currencyOf(checkout), amount: due.amount, account: instructions }
}

function currencyOf({ currency_code, currency_exponent }: CheckoutRow) {
  return { currency_code, currency_exponent }
}
