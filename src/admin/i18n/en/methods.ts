/** By secuconnect's names of the methods. */
export const methods = {
  general: "Chosen on the payment page",
  creditcard: "Credit card",
  debit: "Direct debit",
  invoice: "Invoice",
  prepaid: "Prepayment",
  paypal: "PayPal",
  easycredit: "easyCredit instalments",
  sofort: "Sofort",
  giropay: "giropay",
  eps: "eps transfer",
} as const
