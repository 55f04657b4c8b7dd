import { z } from "zod"

import { startSandbox } from "../../../sandbox/src"
import type { Finding } from "../../../src/verify/compare"
import { verify } from "../../../src/verify/verify"
import { startOddHost, type Twist } from "./support/odd-host"

const access = {
  clientId: "client",
  clientSecret: "secret",
  contractId: "GCR_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
  templateId: "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2",
}
const record = z.record(z.string(), z.unknown())

/** What a created Smart Transaction says instead, and how that is told. */
type Oddity = readonly [
  name: string,
  change: (json: Record<string, unknown>) => object,
  told: Partial<Finding>,
]

const ODDITIES: readonly Oddity[] = [
  [
    "a flag as a number",
    (json) => ({ ...json, is_demo: 1 }),
    { place: "is_demo", found: "whole number (1)" },
  ],
  [
    "a flag as a text",
    (json) => ({ ...json, is_demo: "1" }),
    { place: "is_demo", found: "digits in a text (1)" },
  ],
  [
    "another flag",
    (json) => ({ ...json, is_demo: false }),
    { place: "is_demo", expected: "true", found: "false" },
  ],
  [
    "an empty list as an object",
    (json) => ({ ...json, transactions: {} }),
    { place: "transactions", expected: "empty list", found: "object" },
  ],
  [
    "an empty list as a text",
    (json) => ({ ...json, transactions: "" }),
    { place: "transactions", found: "empty text" },
  ],
  [
    "an empty list as null",
    (json) => ({ ...json, transactions: null }),
    { place: "transactions", found: "nothing" },
  ],
  [
    "a list with keys",
    (json) => ({ ...json, transactions: { 1: { id: "x" } } }),
    { place: "transactions", found: "object" },
  ],
  [
    "a payment before anybody has paid",
    (json) => ({ ...json, transactions: [{ object: "payment.transactions", id: "PCI_1" }] }),
    { place: "transactions", found: "list of 1" },
  ],
  [
    "the contract as a text",
    (json) => ({ ...json, contract: access.contractId }),
    { place: "contract", expected: "object", found: "the contract" },
  ],
  [
    "another contract",
    (json) => ({
      ...json,
      contract: { object: "general.contracts", id: "GCR_VERIFY0000000000000000000000001" },
    }),
    { place: "contract.id", expected: "the contract", found: "id GCR_" },
  ],
  [
    "no contract",
    (json) => without(json, "contract"),
    { place: "contract", found: "nothing", weight: "differs" },
  ],
  [
    "a time as a number",
    (json) => ({ ...json, created: 1_700_000_000 }),
    { place: "created", expected: "time with offset", found: "whole number" },
  ],
  [
    "a time without offset",
    (json) => ({ ...json, created: "2026-01-01 10:00:00" }),
    { place: "created", found: "text" },
  ],
  [
    "a sum in a text",
    (json) => ({ ...json, basket_info: { sum: "25495", currency: "EUR" } }),
    { place: "basket_info.sum", found: "digits in a text (25495)", weight: "grave" },
  ],
  [
    "a sum in euros",
    (json) => ({ ...json, basket_info: { sum: 254.95, currency: "EUR" } }),
    { place: "basket_info.sum", found: "fraction (254.95)", weight: "grave" },
  ],
  [
    "another sum",
    (json) => ({ ...json, basket_info: { sum: 25494, currency: "EUR" } }),
    { place: "basket_info.sum", found: "25494" },
  ],
  [
    "another currency",
    (json) => ({ ...json, basket_info: { sum: 25495, currency: "USD" } }),
    { place: "basket_info.currency", expected: "EUR", found: "USD" },
  ],
  [
    "an unknown status",
    (json) => ({ ...json, status: "expired" }),
    { place: "status", expected: "created", found: "expired" },
  ],
  [
    "a status as a number",
    (json) => ({ ...json, status: 1 }),
    { place: "status", found: "whole number (1)", weight: "grave" },
  ],
  ["no status", (json) => without(json, "status"), { place: "status", found: "nothing" }],
  ["no id", (json) => without(json, "id"), { place: "id", found: "nothing" }],
  [
    "an id as a number",
    (json) => ({ ...json, id: 4711 }),
    { place: "id", found: "whole number", weight: "grave" },
  ],
  [
    "an id of another kind",
    (json) => ({ ...json, id: String(json["id"]).replace("STX_", "SCX_") }),
    { place: "id", expected: "id STX_", found: "id SCX_" },
  ],
  [
    "no links",
    (json) => without(json, "payment_links"),
    { place: "payment_links", expected: "object", found: "nothing" },
  ],
  [
    "links as an empty list",
    (json) => ({ ...json, payment_links: [] }),
    { place: "payment_links", found: "empty list" },
  ],
  [
    "a method spelled otherwise",
    (json) => ({ ...json, payment_links: renamed(json["payment_links"], "prepaid", "Prepay") }),
    { place: "payment_links.Prepay", expected: "nothing", found: "address" },
  ],
  [
    "a link that is none",
    (json) => ({
      ...json,
      payment_links: { ...record.parse(json["payment_links"]), general: "soon" },
    }),
    { place: "payment_links.general", expected: "address", found: "text" },
  ],
  [
    "a field more",
    (json) => ({ ...json, mood: "fine" }),
    { place: "mood", expected: "nothing", found: "text", weight: "note" },
  ],
  [
    "a line break in a text",
    (json) => ({ ...json, merchantRef: "verify\n1" }),
    { place: "merchantRef", found: "text with control characters" },
  ],
  [
    "a text without end",
    (json) => ({ ...json, merchantRef: "x".repeat(9_000) }),
    { place: "merchantRef", found: "very long text" },
  ],
  [
    "another object",
    (json) => ({ ...json, object: "smart.transaction" }),
    { place: "object", found: "smart.transaction" },
  ],
  [
    "a list around it",
    (json) => [json],
    { place: "<body>", expected: "object", found: "list of 1" },
  ],
  [
    "an envelope around it",
    (json) => ({ data: json }),
    { place: "data", expected: "nothing", found: "object" },
  ],
  ["nothing in it", () => ({}), { place: "id", found: "nothing" }],
]

const without = (json: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(json).filter(([key]) => key !== name))

const renamed = (links: unknown, from: string, to: string) =>
  Object.fromEntries(
    Object.entries(record.parse(links)).map(([name, link]) => [name === from ? to : name, link]),
  )

/** Other calls that answer oddly: by what is asked. */
const ELSEWHERE: readonly (readonly [name: string, twist: Twist, told: Partial<Finding>])[] = [
  [
    "another code for a wrong state",
    ({ json, path }) =>
      codeOf(json) === 4028 && path.endsWith("/start")
        ? { json: { ...record.parse(json), code: 5000 } }
        : undefined,
    { step: "life: start before anybody has paid", place: "code", expected: "4028", found: "5000" },
  ],
  [
    "a code in a text",
    ({ path, json }) =>
      path.endsWith("/Smart/Nothing")
        ? { json: { ...record.parse(json), code: "3004" } }
        : undefined,
    { step: "unknown service", place: "code", found: "digits in a text (3004)" },
  ],
  [
    "another HTTP status for a dead token",
    ({ json }) => (codeOf(json) === 2003 ? { status: 401 } : undefined),
    { step: "token: a dead one", place: "<HTTP status>", expected: "403", found: "401" },
  ],
  [
    "a second cancellation that works",
    ({ json, path }) =>
      codeOf(json) === 4028 && path.endsWith("/cancel")
        ? { status: 200, json: { result: true } }
        : undefined,
    { step: "life: cancel again", place: "<HTTP status>", expected: "400", found: "200" },
  ],
  [
    "methods as a keyed object",
    ({ path, json }) =>
      path.endsWith("getAvailablePaymentMethods") && Array.isArray(json) && json.length > 0
        ? { json: Object.fromEntries(json.entries()) }
        : undefined,
    { step: "contract: methods in francs", place: "<body>", found: "object" },
  ],
  [
    "HTML instead of an error",
    ({ path, method }) =>
      path.endsWith("/capture") && method === "POST" ? { status: 502, text: "<html>" } : undefined,
    { step: "unknown id: capture", place: "<body>", expected: "JSON", found: "no JSON" },
  ],
  [
    "a lifetime in a text",
    ({ path, json }) =>
      path === "/oauth/token" && record.safeParse(json).data?.["expires_in"]
        ? { json: { ...record.parse(json), expires_in: "1200" } }
        : undefined,
    { step: "token", place: "expires_in", expected: "whole number", found: "digits in a text" },
  ],
]

const codeOf = (json: unknown) => record.safeParse(json).data?.["code"]
const isMade = ({ method, path, status }: Parameters<Twist>[0]) =>
  method === "POST" && path === "/api/v2/Smart/Transactions" && status === 200

describe("verify, against a host that answers oddly", () => {
  let findings: Finding[]
  /** The step whose answer carries an oddity, by the oddity's number. */
  const steps: string[] = []

  beforeAll(async () => {
    const { templateId, ...given } = access
    const sandbox = await startSandbox({ ...given, templateIds: [templateId] })
    let made = 0
    const host = await startOddHost(sandbox.url, (passing) => {
      for (const [, twist] of ELSEWHERE) {
        const odd = twist(passing)
        if (odd) return odd
      }
      const oddity = isMade(passing) ? ODDITIES[made++] : undefined
      return oddity && { json: oddity[1](record.parse(passing.json)) }
    })
    const report = await verify({ ...access, environment: host.url })
    await Promise.all([host.close(), sandbox.close()])
    findings = report.findings
    steps.push(
      ...report.recordings
        .filter(({ request, answer }) =>
          isMade({ ...request, status: answer.status, sent: 0, json: 0 }),
        )
        .map(({ step }) => step),
    )
  })

  it.each(ODDITIES.map(([name, , told], index) => [name, index, told] as const))(
    "names %s",
    (_, index, told) => {
      const step = steps[index]
      expect(step).toBeDefined()
      expect(findings).toContainEqual(expect.objectContaining({ step, ...told }))
    },
  )

  it.each(ELSEWHERE.map(([name, , told]) => [name, told] as const))("names %s", (_, told) => {
    expect(findings).toContainEqual(expect.objectContaining(told))
  })

  it("names nothing where the answers are as expected", () => {
    const odd = new Set([...steps.slice(0, ODDITIES.length)])
    const others = findings.filter(
      ({ step }) => /^(create|limits|life: create)/.test(step) && !odd.has(step),
    )
    expect(others).toEqual([])
  })
})
