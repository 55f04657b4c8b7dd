import type { Router } from "express"
import { currentPayment } from "../machine/smart-transactions"
import { WrongState } from "../machine/wrong-state"
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
import { endpoint, type ApiCall } from "./endpoint"
import { findPayment, findSmartTransaction } from "./find"
import { listView } from "./list"
import { parseBody } from "./parse-body"
import { oldFormatView } from "./views/old-format"
import { checkStatusView, paymentView } from "./views/payment"
import { instructionsView } from "./views/payment-instructions"

type Handler = (payment: Payment, body: unknown) => unknown

/** `/Payment/Transactions`: list, read, check, cancel or refund, report delivery. */
export function addPaymentTransactionRoutes(api: Router, sandbox: Sandbox): void {
  addReadingRoutes(api, sandbox)
  const { byId } = routesOf(sandbox)

  api.post(
    "/Payment/Transactions/:id/cancel",
    byId((payment, body) => {
      const { reduce_amount_by: amount, reason } = parseBody(cancelRequestSchema, body)
      const refund = cancelPayment(sandbox, payment, { amount, reason })
      return [payment, ...(refund ? [refund] : [])].map((item) => paymentView(sandbox, item))
    }),
  )
  api.post(
    "/Payment/Transactions/:id/capture",
    byId((payment, body) => {
      const { shipping_information } = parseBody(captureRequestSchema, body)
      advance(sandbox, payment, "ship")
      payment.shipping = { ...payment.shipping, ...shipping_information }
      sandbox.state.touch(payment)
      return paymentView(sandbox, payment)
    }),
  )
  api.put(
    "/Payment/Transactions/:id/ShippingInformation",
    byId((payment, body) => {
      payment.shipping = { ...payment.shipping, ...parseBody(shippingInformationSchema, body) }
      sandbox.state.touch(payment)
      return { result: true }
    }),
  )
}

function addReadingRoutes(api: Router, sandbox: Sandbox): void {
  const { route, byId } = routesOf(sandbox)
  const view = (payment: Payment) => paymentView(sandbox, payment)

  api.get(
    "/Payment/Transactions",
    route((call) => listView([...sandbox.state.payments.values()].map(view), call)),
  )
  api.get("/Payment/Transactions/:id", byId(view))
  api.get(
    "/Payment/Transactions/:id/checkStatus",
    byId((payment) => checkStatusView(sandbox, payment)),
  )
  api.get(
    "/Payment/Transactions/:id/OldFormat",
    byId((payment) => oldFormatView(sandbox, payment)),
  )
  api.post(
    "/Payment/Transactions/:id/getPaymentInstructions",
    byId((payment) => instructionsView(sandbox, payment)),
  )
  api.post(
    "/Payment/Transactions/me/getPaymentInstructions/:id",
    route(({ id }) => instructionsView(sandbox, paymentOf(sandbox, id))),
  )
}

function routesOf(sandbox: Sandbox) {
  const route = (handle: (call: ApiCall) => unknown) =>
    endpoint(sandbox, authorized(sandbox, handle))
  return {
    route,
    byId: (handle: Handler) =>
      route(({ id, body }) => handle(findPayment(sandbox, id), body ?? {})),
  }
}

/** @throws ApiError, WrongState while nobody has paid it */
function paymentOf(sandbox: Sandbox, smartTransactionId: string): Payment {
  const record = findSmartTransaction(sandbox, smartTransactionId)
  const payment = currentPayment(sandbox, record)
  if (!payment) throw new WrongState(`${record.id} is "${record.status}": nobody has paid it yet`)
  return payment
}
