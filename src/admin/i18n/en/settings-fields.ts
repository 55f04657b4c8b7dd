/** Each setting of the page: what it is called, what it does, what may be entered. */
export const fields = {
  contractId: {
    label: "Contract",
    hint: "Receives your payments. You find it in secuOffice.",
    rule: "A contract looks like GCR_ and letters or digits.",
  },
  checkoutTemplateId: {
    label: "Checkout template",
    hint: "Design of the payment page. Empty: secupay's default template.",
    rule: "A template looks like COT_ and letters or digits. With one per language, both are needed.",
  },
  demo: {
    label: "Test mode",
    hint: "No payment is carried out and no money moves. Switch it off before you go live.",
    rule: "On or off.",
  },
  language: {
    label: "Language",
    hint: "Of the payment page, if neither the storefront nor the cart sets one.",
    rule: "German, English, or by the customer's country.",
  },
  basket: {
    label: "Line items",
    hint: "What secupay and the customer see of the order.",
    rule: "Itemized or total only.",
  },
  customer: {
    label: "Customer name and address",
    hint: "Taken from the cart, or entered on the payment page.",
    rule: "From the cart or entered on the payment page.",
  },
  lockCustomerData: {
    label: "Lock customer details",
    hint: "The customer cannot change on the payment page what the shop has sent.",
    rule: "On or off.",
  },
  shopName: {
    label: "Shop name",
    hint: "In the payment reference, and on the page behind a payment link. Empty: your shop's domain.",
    rule: "At most 60 characters.",
  },
  shopLogoUrl: {
    label: "Logo",
    hint: "Address of an image that the page behind a payment link shows in place of the name.",
    rule: "An address that begins with https://.",
  },
  shopColor: {
    label: "Color",
    hint: "Accent of the page behind a payment link, such as #1a6b3c.",
    rule: "# and six digits, 0 to 9 and a to f.",
  },
  storefrontOrderUrl: {
    label: "Order page of the storefront",
    hint: "The page behind a payment link leads there once the customer has paid. Example: https://shop.example/{country_code}/order/{order_id}",
    rule: "An address that begins with https:// and contains {order_id}; {country_code} and {language} are possible as well.",
  },
  statementDescriptor: {
    label: "Statement descriptor",
    hint: "What customers see on their card statement. With secupay's new card acquiring only.",
    rule: "1 to 22 characters: A-Z a-z 0-9 - . ! * = _ and space.",
  },
  capture: {
    label: "Capture",
    hint: "When cards and other methods that can be captured later are charged.",
    rule: "At checkout or manually.",
  },
  abandonAfterHours: {
    label: "Cancel unpaid after (hours)",
    hint: "Payments that are not completed by then, or for which no order could be placed, are canceled. Empty: 24.",
    rule: "A whole number from 1 to 720.",
  },
  orderFirst: {
    label: "Order first, then pay",
    hint: "The order is placed before anything is paid, and its customer is led to a payment page. Its stock is reserved meanwhile.",
    rule: "On or off.",
  },
  orderFirstHours: {
    label: "Cancel unpaid orders after (hours)",
    hint: "For orders that were placed first and that nobody has paid by then; their stock is released. Empty: 72.",
    rule: "A whole number from 1 to 720.",
  },
  paymentLinkDays: {
    label: "Payment link valid for (days)",
    hint: "After that nobody can pay through it; you can create a new one. Empty: 30.",
    rule: "A whole number from 1 to 365.",
  },
  linkAfterReturnedDebit: {
    label: "Payment link after a returned debit",
    hint: "The customer gets it by e-mail at once. The e-mail Payment link must be on.",
    rule: "On or off.",
  },
  linkAfterOrderChange: {
    label: "Payment link after a change of the order",
    hint: "When an edit, exchange or claim makes an order cost more that was paid with secuconnect. The e-mail Payment link must be on.",
    rule: "On or off.",
  },
  paymentLinkReminderDays: {
    label: "Remind of a payment link after (days)",
    hint: "If it was sent by e-mail and the order is not paid by then. Several: 3, 7, 14. Empty: never. The e-mail Payment link must be on.",
    rule: "Up to 10 whole numbers from 1 to 365, separated by commas.",
  },
  refundOrphans: {
    label: "Refund payments without order",
    hint: "Automatically, without asking you. Off: you decide each time.",
    rule: "On or off.",
  },
  reportDelivery: {
    label: "Report shipments",
    hint: "secupay pays out invoices only after the shipment has been reported.",
    rule: "On or off.",
  },
  mails: {
    label: "E-mails",
    hint: "Each is sent only if you switch it on. Leave the template empty to use the built-in e-mail.",
    rule: "A template id has at most 200 characters.",
  },
  mailFooter: {
    label: "E-mail footer",
    hint: "Below every built-in e-mail: your company details, for example.",
    rule: "At most 1000 characters.",
  },
  prepaymentReminderDays: {
    label: "Remind after (days)",
    hint: "If a bank transfer has not arrived by then. Several: 3, 7, 14. Empty: never.",
    rule: "Up to 10 whole numbers from 1 to 365, separated by commas.",
  },
  prepaymentExpiryDays: {
    label: "Expire after (days)",
    hint: "Bank transfers that have not arrived by then are canceled. Empty: never.",
    rule: "A whole number from 1 to 365.",
  },
  cancelExpiredOrders: {
    label: "Cancel expired orders",
    hint: "Cancels the order of an expired transfer and releases its stock.",
    rule: "On or off.",
  },
} as const
