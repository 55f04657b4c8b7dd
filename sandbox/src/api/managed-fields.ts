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

/**
 * An update sends the whole transaction, as it was answered: what the vendor manages may stay in and is
 * ignored, and what was answered with null says nothing.
 */
export function withoutManagedFields(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body
  const own = Object.entries(body).filter(([key]) => !managed.includes(key))
  return withoutNulls(Object.fromEntries(own.map(([key, value]) => [key, ownPart(key, value)])))
}

/** The card brands are the contract's. */
function ownPart(key: string, value: unknown): unknown {
  if (key !== "payment_context" || typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "creditcard_schemes"))
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== "object" || value === null) return value
  const said = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(said.map(([key, inner]) => [key, withoutNulls(inner)]))
}
