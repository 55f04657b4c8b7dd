export const mails = {
  preview: "Preview",
  sample: "Send me a sample",
  sampleSent: "A sample is on its way to {{to}}.",
  template: "Template",
  ownWords: "Built-in e-mail, or a template id",
  asText: "As plain text",
  nothingSent: "No e-mails are sent yet",
  nothingSentHint:
    "Customers get no e-mail from this plugin until you switch one on and save. You must pass on the bank transfer details of prepayment and invoice yourself until then.",
  noProvider: "Medusa cannot send e-mails",
  noProviderHint:
    "It has no notification provider for the channel email. Your developer adds one to medusa-config.",
  kinds: {
    prepayment: {
      label: "Prepayment: bank transfer details",
      hint: "After the order, with a QR code for banking apps.",
    },
    invoice: {
      label: "Invoice: bank transfer details",
      hint: "After the order, with a QR code. The customer pays secupay, not you.",
    },
    reminder: {
      label: "Reminder of a bank transfer",
      hint: "After the days that you set above, and when you send one yourself.",
    },
    payment_link: {
      label: "Payment link",
      hint: "When you press “Send by e-mail” on an order, and automatically as set below.",
    },
    payment_failed: {
      label: "Payment failed",
      hint: "When the payment of an order fails, or a transfer does not arrive in time.",
    },
    refund: {
      label: "Refund",
      hint: "When you have refunded money, in Medusa or in secuOffice.",
    },
  },
} as const
