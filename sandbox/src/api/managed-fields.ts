const managed = [
  "object",
  "id",
  "merchant",
  "status",
  "created",
  "updated",
  "transactions",
  "trans_id",
  "payment_method",
  "payment_links",
  "payment_instructions",
  "checkout_links",
  "iframe_url",
]

/** An update sends the whole transaction; what the vendor manages may stay in and is ignored. */
export function withoutManagedFields(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body
  return Object.fromEntries(Object.entries(body).filter(([key]) => !managed.includes(key)))
}
