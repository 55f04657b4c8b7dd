/** The message of whatever was thrown, also of errors made in another realm. */
export function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) return String(error)
  const own = String(error.message)
  const cause = "cause" in error && error.cause ? messageOf(error.cause) : ""
  return cause ? `${own}: ${cause}` : own
}
