import type { MiddlewareRoute } from "@medusajs/framework/http"

type Method = "GET" | "POST"
type Policy = { resource: string; operation: string }

const SEE: Policy = { resource: "secuconnect_payment", operation: "read" }
const OPERATE: Policy = { resource: "secuconnect_payment", operation: "update" }
const REFUND: Policy = { resource: "secuconnect_payment", operation: "refund" }
const SEE_SETTINGS: Policy = { resource: "secuconnect_settings", operation: "read" }
const CONFIGURE: Policy = { resource: "secuconnect_settings", operation: "update" }

/** What a user's roles must allow, by route: a route without a line here is found by a test. */
const POLICIES: [Method, string, Policy][] = [
  ["GET", "payments", SEE],
  ["GET", "payments/export", SEE],
  ["GET", "payments/:id", SEE],
  ["GET", "orders/:id/payments", SEE],
  ["GET", "orders/:id/payment-links", SEE],
  ["POST", "orders/:id/payment-links", OPERATE],
  ["POST", "orders/:id/payment-links/mail", OPERATE],
  ["POST", "payments/:id/refresh", OPERATE],
  ["POST", "payments/:id/remind", OPERATE],
  ["POST", "payments/:id/report-delivery", OPERATE],
  ["POST", "payments/:id/resolve", REFUND],
  ["POST", "payments/:id/cancel", REFUND],
  ["GET", "settings", SEE_SETTINGS],
  ["POST", "settings", CONFIGURE],
  ["GET", "mails", SEE_SETTINGS],
  ["POST", "mails/samples", CONFIGURE],
  ["POST", "connection-test", CONFIGURE],
  ["POST", "test-payments", CONFIGURE],
  ["GET", "regions/:id/methods", SEE_SETTINGS],
  ["POST", "regions/:id/methods", CONFIGURE],
]

/**
 * The policies of `/admin/secuconnect`. Medusa looks at them only where its feature flag `rbac` is on;
 * then a user without them is answered with 403.
 */
export const policiesOfAdmin: MiddlewareRoute[] = POLICIES.map(([method, path, policy]) => ({
  matcher: `/admin/secuconnect/${path}`,
  methods: [method],
  policies: policy,
}))
