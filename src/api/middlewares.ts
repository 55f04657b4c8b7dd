import {
  defineMiddlewares,
  validateAndTransformBody,
  validateAndTransformQuery,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { completeOnlyWhatIsWhole } from "./complete-cart"
import { readableAddress } from "./hook-addresses"
import { jsonOnly } from "./json-only"
import { orderMoneyRoutes } from "./order-money"
import { policiesOfAdmin } from "./policies"
import { startPaymentInTurn } from "./start-in-turn"
import {
  mailPreviewParams,
  paymentExportParams,
  paymentListParams,
  paymentMethodsParams,
  reportDeliveryBody,
  resolveBody,
  sampleMailBody,
  settingsBody,
  switchMethodBody,
  testPaymentBody,
} from "./validators"

const admin = "/admin/secuconnect"
const store = "/store/secuconnect"

/** Payments change at any moment, and are nobody's but the asker's. */
function noStore(_req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  res.set("Cache-Control", "no-store")
  next()
}

/** The links of `src/links` are for the shop's own code: no storefront reads the ledger by `?fields=`. */
function hideLedger(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  req.restrictedFields?.add(["secuconnect_checkout", "secuconnect_checkouts"])
  next()
}

/** Bad input is answered with 400 before a route sees it; the core writes an order's money one at a time. */
export default defineMiddlewares([
  ...[admin, store, "/hooks/secuconnect"].map((matcher) => ({ matcher, middlewares: [noStore] })),
  { matcher: admin, middlewares: [jsonOnly] },
  ...policiesOfAdmin,
  { matcher: "/hooks/secuconnect", middlewares: [readableAddress] },
  // Its token is enough, whatever the body is.
  { matcher: "/hooks/secuconnect/push/:token", bodyParser: false },
  { matcher: "/store", middlewares: [hideLedger] },
  ...orderMoneyRoutes,
  {
    matcher: "/store/payment-collections/:id/payment-sessions",
    method: "POST",
    middlewares: [startPaymentInTurn],
  },
  { matcher: "/store/carts/:id/complete", method: "POST", middlewares: [completeOnlyWhatIsWhole] },
  {
    matcher: `${admin}/payments`,
    method: "GET",
    middlewares: [validateAndTransformQuery(paymentListParams, { isList: true })],
  },
  {
    matcher: `${admin}/payments/export`,
    method: "GET",
    middlewares: [validateAndTransformQuery(paymentExportParams, {})],
  },
  {
    matcher: `${admin}/payments/:id/report-delivery`,
    method: "POST",
    middlewares: [validateAndTransformBody(reportDeliveryBody)],
  },
  {
    matcher: `${admin}/payments/:id/resolve`,
    method: "POST",
    middlewares: [validateAndTransformBody(resolveBody)],
  },
  {
    matcher: `${admin}/settings`,
    method: "POST",
    middlewares: [validateAndTransformBody(settingsBody)],
  },
  {
    matcher: `${admin}/mails`,
    method: "GET",
    middlewares: [validateAndTransformQuery(mailPreviewParams, {})],
  },
  {
    matcher: `${admin}/mails/samples`,
    method: "POST",
    middlewares: [validateAndTransformBody(sampleMailBody)],
  },
  {
    matcher: `${admin}/test-payments`,
    method: "POST",
    middlewares: [validateAndTransformBody(testPaymentBody)],
  },
  {
    matcher: `${admin}/regions/:id/methods`,
    method: "POST",
    middlewares: [validateAndTransformBody(switchMethodBody)],
  },
  {
    matcher: `${store}/payment-methods`,
    method: "GET",
    middlewares: [validateAndTransformQuery(paymentMethodsParams, {})],
  },
])
