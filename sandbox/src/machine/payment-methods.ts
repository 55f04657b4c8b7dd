/** The vendor's methods for shops, in the order in which the hosted page offers them. */
export const paymentMethods = [
  "creditcard",
  "debit",
  "invoice",
  "prepaid",
  "paypal",
  "easycredit",
  "sofort",
  "giropay",
  "eps",
] as const

export type PaymentMethod = (typeof paymentMethods)[number]
