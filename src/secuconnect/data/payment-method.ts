/**
 * One spelling for a payment method: that of requests and payment links (`prepaid`, `creditcard`).
 * Replies also say `Prepay`, `Creditcard`, `easyCredit`.
 */
export function normalizePaymentMethod(method: string): string {
  const name = method.trim().toLowerCase()
  return name === "prepay" ? "prepaid" : name
}
