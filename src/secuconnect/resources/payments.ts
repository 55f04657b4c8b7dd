import { z } from "zod"
import type { Call, CallOptions, Endpoint } from "../communication/call"
import { asRecord, flag } from "../data/lenient"
import { paymentStatusSchema, type PaymentStatus } from "../data/payment-status"
import {
  paymentTransactionSchema,
  paymentTransactionsSchema,
  type PaymentTransaction,
} from "../data/payment-transaction"
import type { ShippingInformation } from "../data/shipping-information"

export interface CancelRequest {
  /** Minor units to take off. Absent means everything that is left. */
  reduce_amount_by?: number
  /** Up to 100 of `A–Z a–z 0–9`, blank and `. , + - : ? ( ) / '`; goes into the bank purpose. */
  reason?: string
}

/** Payment Transactions: what a Smart Transaction has led to. */
export interface Payments {
  read(id: string, options?: CallOptions): Promise<PaymentTransaction>
  /** The effective amount; ask it before a cancellation and after a lost answer. */
  checkStatus(id: string, options?: CallOptions): Promise<PaymentStatus>
  /**
   * Cancels or refunds. **Not idempotent**: each call refunds again.
   * @returns the payment and, if one was made, its refund, in no certain order
   * @see https://developer.secuconnect.com/integration/Cancel_or_Refund_a_Payment.html
   */
  cancel(id: string, request: CancelRequest, options?: CallOptions): Promise<PaymentTransaction[]>
  /** Reports the final delivery of an invoice payment, which makes it due. */
  capture(
    id: string,
    request: ShippingInformation,
    options?: CallOptions,
  ): Promise<PaymentTransaction>
  /** Adds shipping data, also of a partial delivery, to any payment. */
  addShippingInformation(
    id: string,
    request: ShippingInformation,
    options?: CallOptions,
  ): Promise<{ result: boolean }>
}

const READ: Endpoint<PaymentTransaction> = {
  method: "GET",
  path: "/Payment/Transactions/{id}",
  reply: paymentTransactionSchema,
  idOf: ({ id }) => id,
}
const CHECK_STATUS = {
  method: "GET",
  path: "/Payment/Transactions/{id}/checkStatus",
  reply: paymentStatusSchema,
} as const
const CANCEL = {
  method: "POST",
  path: "/Payment/Transactions/{id}/cancel",
  reply: paymentTransactionsSchema,
} as const
const CAPTURE = {
  method: "POST",
  path: "/Payment/Transactions/{id}/capture",
  reply: paymentTransactionSchema,
} as const
/** An answer that is no "no" is a yes: the data is overwritten by the next report anyway. */
const shippingReply = z.unknown().transform((value) => ({
  result: flag.parse(asRecord(value)["result"]) ?? true,
}))
const ADD_SHIPPING_INFORMATION = {
  method: "PUT",
  path: "/Payment/Transactions/{id}/ShippingInformation",
  reply: shippingReply,
} as const

export function createPayments(call: Call): Payments {
  return {
    read: (id, options) => call(READ, { id, options }),
    checkStatus: (id, options) => call(CHECK_STATUS, { id, options }),
    cancel: async (id, request, options) =>
      call(CANCEL, { id, body: cancelBody(request), options }),
    capture: (id, request, options) => call(CAPTURE, { id, body: captureBody(request), options }),
    addShippingInformation: (id, request, options) =>
      call(ADD_SHIPPING_INFORMATION, { id, body: request, options }),
  }
}

/** JSON has no NaN: a miscalculated amount would arrive as none and refund everything. */
function cancelBody({ reduce_amount_by, reason }: CancelRequest): CancelRequest {
  if (reduce_amount_by === undefined) return reason ? { reason } : {}
  if (!Number.isSafeInteger(reduce_amount_by) || reduce_amount_by <= 0) {
    throw new TypeError(
      "reduce_amount_by must be a positive whole number of minor units; leave it out to cancel everything",
    )
  }
  return reason ? { reduce_amount_by, reason } : { reduce_amount_by }
}

const captureBody = (request: ShippingInformation): object =>
  Object.keys(request).length > 0 ? { shipping_information: request } : {}
