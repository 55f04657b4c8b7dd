export const settings = {
  title: "secuconnect",
  description: "Payments through secuconnect Smart Checkout by secupay.",
  environment: "Environment",
  credentials: "Credentials",
  present: "Set",
  missing: "Missing",
  lastChange: "Last change",
  neverChanged: "Nothing has been changed here yet.",
  changed: "{{who}}, {{when}}: {{what}}",
  somebody: "Someone",
  inConfig: "Set in medusa-config",
  perLanguage: "One per language",
  save: "Save",
  saved: "The settings are saved. The next payment uses them.",
  discard: "Discard",
  refused: "Some values are invalid. Nothing was saved.",
  conflict: "Not saved",
  loadAgain: "Reload",
  groups: {
    account: "Account",
    checkout: "Payment page",
    money: "Payments and shipping",
    prepayment: "Prepayment",
  },
  fields: {
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
      hint: "In the payment reference. Empty: your shop's domain.",
      rule: "At most 60 characters.",
    },
    statementDescriptor: {
      label: "Statement descriptor",
      hint: "What customers see on their card statement.",
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
    mailTemplate: {
      label: "E-mail template",
      hint: "For the e-mail with the bank transfer details. Empty: no e-mail.",
      rule: "At most 200 characters.",
    },
    prepaymentReminderDays: {
      label: "Remind after (days)",
      hint: "If a bank transfer has not arrived by then. Empty: never.",
      rule: "A whole number from 1 to 365.",
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
  },
  options: {
    none: "By the customer's country",
    de: "German",
    en: "English",
    full: "Itemized",
    single_line: "Total only",
    send: "From the cart",
    ask: "Entered on the payment page",
    automatic: "At checkout",
    manual: "Manually, from the order",
  },
  connection: {
    title: "Connection",
    description: "Checks everything that a payment needs. Nothing is changed.",
    start: "Test connection",
    failed: "The connection could not be tested",
    toRegions: "Go to regions",
    states: { ok: "OK", warning: "Warning", error: "Error", unknown: "Unknown" },
    checks: {
      token_ok: "secuconnect accepts the credentials.",
      token_unauthorized:
        "secuconnect rejects the credentials. Check client id, client secret and environment in medusa-config.",
      token_unreachable:
        "secuconnect cannot be reached. Check the server's network and proxy, and the environment in medusa-config.",
      token_timeout: "secuconnect did not answer in time. Try again in a few minutes.",
      token_unreadable:
        "Something other than secuconnect answers. Check the environment in medusa-config.",
      token_rejected:
        "secuconnect rejects the request. Try again; if that does not help, ask secupay.",
      contract_ok: "Contract {{contract_id}} is valid.",
      contract_missing: "No contract is set, so payments cannot be started. Enter it below.",
      contract_not_asked: "Without a connection the contract cannot be checked.",
      contract_refused:
        "secuconnect does not accept contract {{contract_id}}. Check it in secuOffice.",
      contract_failed: "Contract {{contract_id}} could not be checked. Try again.",
      methods_unknown: "The payment methods in your contract are unknown.",
      methods_none:
        "Your contract includes no payment method in euros. Ask secupay to activate one.",
      method_offered: "{{method}}: offered in {{regions}}.",
      method_not_offered: "{{method}}: in your contract, but not enabled in any region.",
      clock_ok: "The server clock is right.",
      clock_fast:
        "The server clock is {{seconds}} seconds fast. Synchronize it with a time server.",
      clock_slow:
        "The server clock is {{seconds}} seconds slow. Synchronize it with a time server.",
      clock_unknown: "The server clock could not be checked.",
      address_public: "{{url}} is a public address that secuconnect can call.",
      address_private:
        "{{url}} is not a public address: webhooks do not arrive, so payments are updated late. Set backendUrl in medusa-config.",
      address_http: "{{url}} is not encrypted. Use https, and set backendUrl in medusa-config.",
      push_seen: "Last webhook: {{at}}.",
      push_never: "No webhook received yet. Make a test payment and test again.",
      modules_shared: "Medusa's modules work with several servers.",
      modules_in_memory:
        "These modules work on a single server only: {{modules}}. With several servers, use those for Redis or PostgreSQL.",
      dependencies_missing:
        'The payment module cannot see the plugin. In medusa-config, add dependencies: ["secuconnect", "query"] to its entry.',
      regions_ok: "Customers can pay with secuconnect in these regions: {{regions}}.",
      regions_currency_refused:
        "These regions use a currency in which nothing is charged, because its decimals are disputed: {{regions}}. Switch secuconnect off there.",
      regions_none:
        "No region offers secuconnect, so customers cannot choose it. Enable it in a region.",
      other: "Unknown result: {{code}}.",
    },
  },
  testPayment: {
    title: "Test payment",
    description:
      "A payment of 1.00 euro in test mode, to see the payment page with your saved settings. No order is placed and no money moves.",
    start: "Start test payment",
    open: "Open the payment page of {{stx}}",
    failed: "The test payment could not be started",
  },
} as const
