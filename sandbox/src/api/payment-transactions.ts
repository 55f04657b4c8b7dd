import type { Router } from "express"
import { cancelPayment } from "../machine/cancel-payment"
import { advance } from "../machine/payments"
import type { Sandbox } from "../sandbox"
import {
  cancelRequestSchema,
  captureRequestSchema,
  shippingInformationSchema,
} from "../schemas/payment"
import type { Payment } from "../state/records"
import { authorized } from "./authorized"
import { endpoint } from "./endpoint"
import { findPayment } from "./find"
import { parseBody } from "./parse-body"
import { checkStatusView, paymentView } from "./views/payment"

type Handler = (payment: Payment, body: unknown) => unknown

const onPayment = (sandbox: Sandbox, handle: Handler) =>
  authorized(sandbox, ({ id, body }) => handle(findPayment(sandbox, id), body ?? {}))

/** `/Payment/Transactions`: read, check, cancel or refund, report delivery. */
export function addPaymentTransactionRoutes(api: Router, sandbox: Sandbox): void {
  const route = (handle: Handler) => endpoint(sandbox, onPayment(sandbox, handle))

  api.get(
    "/Payment/Transactions/:id",
    route((payment) => paymentView(sandbox, payment)),
  )
  api.get(
    "/Payment/Transactions/:id/checkStatus",
    route((payment) => checkStatusView(sandbox, payment)),
  )
  api.post(
    "/Payment/Transactions/:id/cancel",
    route((payment, body) => {
      const { reduce_amount_by: amount, reason } = parseBody(cancelRequestSchema, body)
      const refund = cancelPayment(sandbox, payment, { amount, reason })
      return [payment, ...(refund ? [refund] : [])].map((item) => paymentView(sandbox, item))
    }),
  )
  api.post(
    "/Payment/Transactions/:id/capture",
    route((payment, body) => {
      const { shipping_information } = parseBody(captureRequestSchema, body)
      advance(sandbox, payment, "ship")
      payment.shipping = { ...payment.shipping, ...shipping_information }
      sandbox.state.touch(payment)
      return paymentView(sandbox, payment)
    }),
  )
  api.put(
    "/Payment/Transactions/:id/ShippingInformation",
    route((payment, body) => {
      payment.shipping = { ...payment.shipping, ...parseBody(shippingInformationSchema, body) }
      sandbox.state.touch(payment)
      return { result: true }
    }),
  )
}
