import {
  applyChanges,
  changedNames,
  mergeOptions,
  problemsOf,
  sourceOf,
} from "../../../../src/modules/secuconnect/settings/page-settings"

const least = { clientId: "id", clientSecret: "s3cret", environment: "testing" }

describe("the value in force", () => {
  it.each([
    [
      "the configuration's, whatever is stored",
      { capture: "manual" },
      { capture: "automatic" },
      "manual",
      "config",
    ],
    ["the stored one", {}, { capture: "manual" }, "manual", "stored"],
    ["the default", {}, {}, "automatic", "default"],
    [
      "the stored one where the configuration names nothing",
      { capture: undefined },
      { capture: "manual" },
      "manual",
      "stored",
    ],
    [
      "the default where the stored one cannot be used",
      {},
      { capture: "later" },
      "automatic",
      null,
    ],
  ] as const)("is %s", (...[, given, stored, value, source]) => {
    expect(mergeOptions({ ...least, ...given }, stored).options.capture).toBe(value)
    if (source) expect(sourceOf("capture", given, stored)).toBe(source)
  })

  it("is the configuration's also when it says the same as the default", () => {
    const { options } = mergeOptions({ ...least, demo: false }, { demo: true })
    expect(options.demo).toBe(false)
    expect(sourceOf("demo", { demo: false }, { demo: true })).toBe("config")
  })

  it.each(["clientSecret", "environment", "backendUrl", "nonsense"])(
    "never comes from the database for %s",
    (name) => {
      const { options, misfits } = mergeOptions(least, { [name]: "https://evil.example" })
      expect(options).toMatchObject(least)
      expect(misfits).toEqual([name])
    },
  )
})

describe("what may be stored", () => {
  it.each<[string, Record<string, unknown>]>([
    ["a contract", { contractId: "GCR_ABC123" }],
    ["one template", { checkoutTemplateId: "COT_1" }],
    ["a template per language", { checkoutTemplateId: { de: "COT_1", en: "COT_2" } }],
    ["the shortest time", { abandonAfterHours: 1 }],
    ["the longest time", { prepaymentExpiryDays: 365 }],
    ["one day", { prepaymentReminderDays: 3 }],
    ["several days", { prepaymentReminderDays: [3, 7, 14] }],
    ["a statement text", { statementDescriptor: "SHOP*42 a-b.c!=_" }],
    ["back to the default", { contractId: null, demo: null }],
  ])("is %s", (_what, values) => expect(problemsOf(values, {})).toEqual({}))

  it.each<[string, Record<string, unknown>]>([
    ["a time too short", { abandonAfterHours: 0 }],
    ["a time too long", { abandonAfterHours: 721 }],
    ["a number in words", { prepaymentReminderDays: "3" }],
    ["a list with half a day", { prepaymentReminderDays: [3, 7.5] }],
    ["a template of which one language is missing", { checkoutTemplateId: { de: "COT_1" } }],
    ["a long name", { shopName: "x".repeat(61) }],
    ["a blank name", { shopName: " " }],
  ])("is not %s", (_what, values) => {
    expect(Object.values(problemsOf(values, {}))).toMatchObject([{ code: "invalid" }])
  })

  it("is nothing that the configuration sets, not even the default", () => {
    expect(problemsOf({ demo: null }, { demo: false })).toMatchObject({
      demo: { code: "in_config" },
    })
  })
})

describe("storing", () => {
  it("keeps what is not named, and drops what is the default", () => {
    const stored = { contractId: "GCR_1", capture: "manual", shopName: "Shop" }
    const next = applyChanges(stored, { capture: "automatic", shopName: null, language: "de" })
    expect(next).toEqual({ contractId: "GCR_1", language: "de" })
    expect(changedNames(stored, next)).toEqual(["capture", "language", "shopName"])
  })

  it("keeps one day that an earlier version stored, as what it meant", () => {
    const stored = { prepaymentReminderDays: 3 }
    expect(mergeOptions(least, stored)).toMatchObject({
      options: { prepaymentReminderDays: [3] },
      misfits: [],
    })
  })

  it("cuts blanks", () => {
    expect(applyChanges({}, { contractId: " GCR_1 " })).toEqual({ contractId: "GCR_1" })
  })

  it("knows two templates with the same parts as no change", () => {
    const template = { checkoutTemplateId: { de: "COT_1", en: "COT_2" } }
    expect(changedNames(template, applyChanges(template, structuredClone(template)))).toEqual([])
  })
})
