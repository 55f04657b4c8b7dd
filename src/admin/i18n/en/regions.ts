export const regions = {
  title: "secuconnect payment methods",
  description: "What customers in this region can choose at checkout.",
  general: "All methods, chosen on the payment page",
  notOffered: "Your contract with secupay does not include this payment method.",
  notOfferedForCurrency: "secupay does not offer this payment method in {{currency}}.",
  currencyRefused:
    "In {{currency}} nothing is charged: its decimals are disputed, and a payment could be wrong by a factor of 100.",
  unknown: "The payment methods in your contract could not be loaded from secuconnect: {{cause}}",
  switchedOn: "{{method}} is now enabled.",
  switchedOff: "{{method}} is now disabled.",
} as const
