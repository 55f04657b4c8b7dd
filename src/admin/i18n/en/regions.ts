export const regions = {
  title: "Payment methods of secuconnect",
  description: "What buyers in this region can choose at the checkout.",
  general: "All methods, chosen on the payment page",
  notOffered: "Your contract with secupay does not offer this method.",
  notOfferedForCurrency: "secupay does not offer this method in {{currency}}.",
  unknown: "secuconnect could not be asked what your contract offers: {{cause}}",
  switchedOn: "{{method}} is switched on.",
  switchedOff: "{{method}} is switched off.",
} as const
