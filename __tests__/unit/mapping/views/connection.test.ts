import { judgeConnection, type ConnectionFacts } from "../../../../src/mapping/views/connection"

const NOW = new Date("2026-11-24T12:00:00Z")

const well: ConnectionFacts = {
  contract_id: "GCR_1",
  is_demo: false,
  is_live: true,
  token: { ok: true, value: NOW },
  asked_at: NOW,
  methods: { ok: true, value: ["creditcard", "prepaid"] },
  methods_without_demo: null,
  backend_url: "https://api.example.com",
  address: "public",
  last_push_at: NOW,
  has_dependencies: true,
  in_memory: [],
  regions: [
    { name: "Germany", currency_code: "eur", provider_ids: ["pp_secuconnect_secuconnect"] },
    { name: "Austria", currency_code: "eur", provider_ids: ["pp_secuconnect-prepaid_secuconnect"] },
    { name: "France", currency_code: "eur", provider_ids: [] },
  ],
}

const check = (facts: Partial<ConnectionFacts>, id: string) =>
  judgeConnection({ ...well, ...facts }).filter((found) => found.id === id)

it("finds nothing to do where all is well", () => {
  expect(judgeConnection(well).filter(({ state }) => state !== "ok")).toEqual([])
})

it("names for each method the regions where buyers can use it", () => {
  expect(check({}, "methods").map(({ detail }) => detail)).toEqual([
    { method: "creditcard", regions: ["Germany"] },
    { method: "prepaid", regions: ["Germany", "Austria"] },
  ])
})

const refused = { ok: false, kind: "rejected", cause: "unknown contract" } as const
const away = { ok: false, kind: "timeout", cause: "no answer" } as const
const at = (seconds: number) =>
  ({ ok: true, value: new Date(NOW.getTime() + seconds * 1000) }) as const

describe("says what is wrong", () => {
  it.each<[string, Partial<ConnectionFacts>, string, string, string]>([
    ["no answer", { token: away, methods: null }, "token", "error", "token_timeout"],
    ["no answer", { token: away, methods: null }, "contract", "unknown", "contract_not_asked"],
    ["no answer", { token: away, methods: null }, "clock", "unknown", "clock_unknown"],
    ["no contract", { contract_id: null, methods: null }, "contract", "error", "contract_missing"],
    ["another's contract", { methods: refused }, "contract", "error", "contract_refused"],
    ["a contract that is not answered", { methods: away }, "contract", "error", "contract_failed"],
    ["no methods", { methods: { ok: true, value: [] } }, "methods", "warning", "methods_none"],
    ["a clock that is right enough", { token: at(60) }, "clock", "ok", "clock_ok"],
    ["a fast clock", { token: at(-61) }, "clock", "warning", "clock_fast"],
    ["a slow clock", { token: at(61) }, "clock", "warning", "clock_slow"],
    [
      "no time in the answer",
      { token: { ok: true, value: null } },
      "clock",
      "unknown",
      "clock_unknown",
    ],
    ["a private address", { address: "private" }, "address", "error", "address_private"],
    [
      "one in demo mode",
      { address: "private", is_demo: true },
      "address",
      "warning",
      "address_private",
    ],
    ["no https", { address: "http" }, "address", "error", "address_http"],
    ["no push", { last_push_at: null }, "pushes", "unknown", "push_never"],
    ["no dependencies", { has_dependencies: false }, "modules", "error", "dependencies_missing"],
    ["locks in memory", { in_memory: ["locking"] }, "modules", "warning", "modules_in_memory"],
    ["no region", { regions: [] }, "regions", "warning", "regions_none"],
  ])("%s", (...[, facts, id, state, code]) => {
    expect(check(facts, id)).toMatchObject([{ state, code }])
  })
})

it.each(["huf", "idr", "pkr", "xyz"])("warns of a region that offers us in %s", (currency_code) => {
  const regions = well.regions.map((region) =>
    region.name === "Austria" ? { ...region, currency_code } : region,
  )
  expect(check({ regions }, "regions")).toMatchObject([
    { state: "error", code: "regions_currency_refused", detail: { regions: ["Austria"] } },
  ])
})

describe("test mode", () => {
  const list = (...value: string[]) => ({ ok: true, value }) as const
  const all = list("creditcard", "applepay", "debit", "prepaid")

  it.each<[string, Partial<ConnectionFacts>, object[]]>([
    [
      "on live without cards: names what is missing",
      { methods: list("debit", "prepaid"), methods_without_demo: all },
      [
        {
          state: "warning",
          code: "test_mode_lacks",
          detail: { methods: ["creditcard", "applepay"] },
        },
      ],
    ],
    [
      "on live without anything: names all of it",
      { methods: list(), methods_without_demo: list("debit") },
      [{ state: "warning", code: "test_mode_lacks", detail: { methods: ["debit"] } }],
    ],
    [
      "on live with everything: nobody knows for how long",
      { methods: all, methods_without_demo: all },
      [{ state: "unknown", code: "test_mode_live", detail: {} }],
    ],
    [
      "elsewhere with something missing: names it as well",
      { is_live: false, methods: list("prepaid"), methods_without_demo: list("prepaid", "paypal") },
      [{ state: "warning", code: "test_mode_lacks", detail: { methods: ["paypal"] } }],
    ],
    ["elsewhere with everything", { is_live: false, methods: all, methods_without_demo: all }, []],
    ["without an answer", { methods: away, methods_without_demo: away }, []],
    ["with half an answer", { methods: all, methods_without_demo: away }, []],
    ["that is off", { is_demo: false, methods: all, methods_without_demo: null }, []],
  ])("%s", (_what, facts, expected) => {
    const found = check({ is_demo: true, ...facts }, "test_mode")
    expect(found).toEqual(expected.map((one) => ({ id: "test_mode", ...one })))
  })
})

describe("Apple Pay and Google Pay come with the card", () => {
  const region = (name: string, ...provider_ids: string[]) => ({
    name,
    currency_code: "eur",
    provider_ids,
  })

  it.each<[string, string[], string, string[]]>([
    ["the card alone", ["pp_secuconnect-creditcard_x"], "wallet_offered", ["Germany"]],
    ["all methods", ["pp_secuconnect_x"], "wallet_offered", ["Germany"]],
    ["another method", ["pp_secuconnect-prepaid_x"], "wallet_not_offered", []],
    ["nothing", [], "wallet_not_offered", []],
  ])("where a region offers %s", (...[, provider_ids, code, regions]) => {
    const facts = {
      methods: { ok: true, value: ["applepay", "googlepay"] },
      regions: [region("Germany", ...provider_ids), region("France")],
    } satisfies Partial<ConnectionFacts>
    expect(check(facts, "methods")).toEqual(
      ["applepay", "googlepay"].map((method) => {
        return { id: "methods", state: "ok", code, detail: { method, regions } }
      }),
    )
  })
})
