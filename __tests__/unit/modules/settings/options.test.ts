import { parseOptions } from "../../../../src/modules/secuconnect/settings/options"

const least = { clientId: "id", clientSecret: "s3cret", environment: "testing" }

/** The problems that the message names, one per line. */
function problems(options: unknown): string[] {
  try {
    parseOptions(options)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(1) : [String(error)]
  }
}

const NO_MAILS = {
  ...{ prepayment: false, invoice: false, reminder: false },
  ...{ payment_link: false, payment_failed: false, refund: false },
}

describe("the least that must be configured", () => {
  it("is enough; everything else has its default", () => {
    expect(parseOptions(least)).toEqual({
      ...least,
      timeoutMs: 20_000,
      checkoutTemplateId: "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2",
      demo: false,
      capture: "automatic",
      basket: "full",
      customer: "send",
      lockCustomerData: false,
      abandonAfterHours: 24,
      cancelExpiredOrders: false,
      orderFirst: false,
      orderFirstHours: 72,
      paymentLinkDays: 30,
      linkAfterReturnedDebit: false,
      linkAfterOrderChange: false,
      refundOrphans: false,
      reportDelivery: true,
      mails: NO_MAILS,
    })
  })

  it.each(["clientId", "clientSecret", "environment"])("is not without %s", (name) => {
    const found = problems({ ...least, [name]: undefined })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(name)
  })

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["an empty object", {}],
  ])("is named whole when there is %s", (_what, options) => {
    expect(problems(options)).toEqual([
      "  - clientId is missing",
      "  - clientSecret is missing",
      '  - environment: must be "live", "testing" or an absolute http(s) URL',
    ])
  })

  it("may hold the database's address that Medusa adds to the options of every module", () => {
    const database = { clientUrl: "postgres://localhost/medusa" }
    expect(parseOptions({ ...least, database })).toEqual(parseOptions(least))
  })
})

describe("an option that is right", () => {
  it.each<[string, unknown]>([
    ["environment", "live"],
    ["environment", "http://localhost:9100"],
    ["backendUrl", "https://api.example.com"],
    ["storefrontReturnUrl", "https://shop.example.com/checkout?step=payment"],
    ["allowedReturnOrigins", ["https://shop.example.com", "/preview/"]],
    ["allowedReturnOrigins", []],
    ["timeoutMs", 1_000],
    ["timeoutMs", 60_000],
    ["contractId", "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04"],
    ["checkoutTemplateId", "COT_1"],
    ["checkoutTemplateId", { de: "COT_1", en: "COT_2" }],
    ["demo", true],
    ["capture", "manual"],
    ["language", "de"],
    ["language", "en"],
    ["basket", "single_line"],
    ["customer", "ask"],
    ["lockCustomerData", true],
    ["shopName", "S"],
    ["shopName", "S".repeat(60)],
    ["shopLogoUrl", "https://cdn.example.com/logo.svg?v=2"],
    ["shopColor", "#1a6B3c"],
    ["storefrontOrderUrl", "https://shop.example/{country_code}/order/{order_id}"],
    ["statementDescriptor", "A-1.! *=_"],
    ["statementDescriptor", "A".repeat(22)],
    ["abandonAfterHours", 1],
    ["abandonAfterHours", 720],
    ["prepaymentReminderDays", [1]],
    ["prepaymentReminderDays", [3, 7, 365]],
    ["prepaymentReminderDays", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ["orderFirstHours", 1],
    ["orderFirstHours", 720],
    ["prepaymentExpiryDays", 365],
    ["cancelExpiredOrders", true],
    ["refundOrphans", true],
    ["reportDelivery", false],
    ["mails", { ...NO_MAILS, prepayment: true, invoice: "d-4711" }],
    ["mailFooter", "Papier & Tinte GmbH\nHRB 12345"],
  ])("%s: %j", (name, value) => {
    expect(parseOptions({ ...least, [name]: value })).toHaveProperty(name, value)
  })

  it.each<[unknown, number[]]>([
    [3, [3]],
    [
      [14, 3, 7],
      [3, 7, 14],
    ],
    [
      [7, 3, 7],
      [3, 7],
    ],
  ])("prepaymentReminderDays: %j reads as %j", (value, days) => {
    const options = parseOptions({ ...least, prepaymentReminderDays: value })
    expect(options.prepaymentReminderDays).toEqual(days)
  })

  it.each(["backendUrl", "contractId", "demo", "language", "timeoutMs"])(
    "%s may be undefined, as an unset variable of the environment is: the default counts",
    (name) => {
      expect(parseOptions({ ...least, [name]: undefined })).toEqual(parseOptions(least))
    },
  )

  it.each(["clientId", "clientSecret", "contractId", "shopName"])(
    "%s is taken without the blanks around it",
    (name) => {
      const value = name === "contractId" ? "GCR_1" : "abc"
      const options = parseOptions({ ...least, [name]: ` ${value}\n` })
      expect(options).toHaveProperty(name, value)
    },
  )
})

describe("an option that is wrong", () => {
  it.each<[string, unknown]>([
    ["clientId", ""],
    ["clientId", "  "],
    ["clientId", 42],
    ["clientId", null],
    ["clientSecret", ""],
    ["clientSecret", "s".repeat(501)],
    ["environment", "production"],
    ["environment", "LIVE"],
    ["environment", ""],
    ["environment", "connect.secucard.com"],
    ["environment", "ftp://connect.secucard.com"],
    ["backendUrl", "/"],
    ["backendUrl", "api.example.com"],
    ["backendUrl", "ws://api.example.com"],
    ["backendUrl", "https://api.example.com?shop=1"],
    ["backendUrl", "https://api.example.com/#/medusa"],
    ["storefrontReturnUrl", "/checkout"],
    ["storefrontReturnUrl", "javascript:alert(1)"],
    ["allowedReturnOrigins", "https://shop.example.com"],
    ["allowedReturnOrigins", [""]],
    ["allowedReturnOrigins", [/preview/]],
    ["timeoutMs", "20000"],
    ["timeoutMs", 999],
    ["timeoutMs", 60_001],
    ["timeoutMs", 1_500.5],
    ["timeoutMs", NaN],
    ["contractId", ""],
    ["contractId", "STX_1"],
    ["contractId", "GCR_"],
    ["contractId", "GCR_1 GCR_2"],
    ["checkoutTemplateId", "GCR_1"],
    ["checkoutTemplateId", { de: "COT_1" }],
    ["checkoutTemplateId", { de: "COT_1", en: "COT_2", fr: "COT_3" }],
    ["demo", "true"],
    ["demo", 1],
    ["demo", null],
    ["capture", "auto"],
    ["language", "fr"],
    ["language", "de-AT"],
    ["basket", "none"],
    ["customer", true],
    ["lockCustomerData", "no"],
    ["shopName", ""],
    ["shopName", "S".repeat(61)],
    ["shopLogoUrl", "/logo.svg"],
    ["shopLogoUrl", "javascript:alert(1)"],
    ["shopLogoUrl", "data:image/svg+xml,<svg/>"],
    ["storefrontOrderUrl", ""],
    ["storefrontOrderUrl", "/order/{order_id}"],
    ["storefrontOrderUrl", "https://shop.example/order"],
    ["shopColor", "green"],
    ["shopColor", "#1a6"],
    ["shopColor", "#1a6b3c80"],
    ["statementDescriptor", ""],
    ["statementDescriptor", "A".repeat(23)],
    ["statementDescriptor", "Käse"],
    ["abandonAfterHours", 0],
    ["abandonAfterHours", 721],
    ["orderFirstHours", 0],
    ["orderFirstHours", 721],
    ["orderFirst", "yes"],
    ["abandonAfterHours", 1.5],
    ["prepaymentReminderDays", 0],
    ["prepaymentReminderDays", "3"],
    ["prepaymentReminderDays", "3, 7"],
    ["prepaymentReminderDays", []],
    ["prepaymentReminderDays", [3, 0]],
    ["prepaymentReminderDays", [3, 1.5]],
    ["prepaymentReminderDays", [366]],
    ["prepaymentReminderDays", ["3"]],
    ["prepaymentReminderDays", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ["prepaymentExpiryDays", 366],
    ["prepaymentExpiryDays", "14"],
    ["cancelExpiredOrders", "yes"],
    ["refundOrphans", 0],
    ["reportDelivery", null],
    ["mails", { prepayment: "" }],
    ["mails", { prepayment: 1 }],
    ["mails", true],
    ["mailFooter", ""],
  ])("%s: %j is named, and called wrong instead of missing", (name, value) => {
    const found = problems({ ...least, [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^ {2}- ${name}(\\.\\w+)?(: .{8,}| is empty$)`))
    expect(found[0]).not.toContain("missing")
  })

  it.each<[string, unknown, string]>([
    ["environment", "production", 'must be "live", "testing" or an absolute http(s) URL'],
    ["backendUrl", "/", "must be an absolute http(s) URL"],
    ["contractId", "X", "must look like GCR_…"],
    ["checkoutTemplateId", "X", 'must look like "COT_…" or { de: "COT_…", en: "COT_…" }'],
    ["statementDescriptor", "Käse", "must be 1 to 22 characters of A-Z a-z 0-9 - . ! * = _ space"],
  ])("%s says what to write", (name, value, advice) => {
    expect(problems({ ...least, [name]: value })).toEqual([`  - ${name}: ${advice}`])
  })

  it("is told together with every other one", () => {
    const found = problems({ clientId: "id", environment: "x", demo: "y", timeoutMs: 1 })
    const names = ["clientSecret", "environment", "timeoutMs", "demo"]
    expect(found.map((line) => /\w+/.exec(line)?.[0])).toEqual(names)
  })

  it("is named where nobody knows it: a slip of the pen must not pass for a default", () => {
    expect(problems({ ...least, contractID: "GCR_1", sandbox: true })).toEqual([
      "  - unknown option: contractID (did you mean contractId?), sandbox",
    ])
  })

  it.each([
    ["contract_id", "contractId"],
    ["CLIENT_SECRET", "clientSecret"],
    ["clientSecrets", "clientSecret"],
    ["environement", "environment"],
    ["storefrontReturnURL", "storefrontReturnUrl"],
    ["id", null],
    ["apiKey", null],
  ])("a slip of the pen is guessed, and nothing else: %s, %s", (written, meant) => {
    const guess = meant === null ? "" : ` (did you mean ${meant}?)`
    expect(problems({ ...least, [written]: "x" })).toEqual([
      `  - unknown option: ${written}${guess}`,
    ])
  })

  it.each(["clientId", "clientSecret", "shopName", "mailFooter"])(
    "an empty %s is called empty, as a variable is that nobody has set",
    (name) => {
      expect(problems({ ...least, [name]: "" })).toEqual([`  - ${name} is empty`])
      expect(problems({ ...least, [name]: "  " })).toEqual([`  - ${name} is empty`])
    },
  )

  it("begins with the plugin's name and tells where to look", () => {
    expect(() => parseOptions({})).toThrow(
      /^medusa-payment-secuconnect: the options in medusa-config are not right\.\n/,
    )
  })

  it("never shows what was written: it may be the secret", () => {
    const secret = "s3cret-of-the-shop"
    for (const options of [
      { ...least, clientSecret: secret.repeat(40) },
      { ...least, environment: secret },
      { ...least, clientId: { secret } },
      { ...least, demo: secret },
    ]) {
      expect(problems(options).join("\n")).not.toContain(secret)
    }
  })
})
