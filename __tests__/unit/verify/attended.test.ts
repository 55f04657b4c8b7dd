import { z } from "zod"

import { startSandbox, type RunningSandbox } from "../../../sandbox/src"
import { sandboxCustomer } from "../../../src/verify/attended/sandbox-customer"
import type { Customer, Task } from "../../../src/verify/attended/customer"
import type { Finding } from "../../../src/verify/compare"
import type { Report } from "../../../src/verify/report"
import { verify } from "../../../src/verify/verify"
import { startOddHost, type Twist } from "./support/odd-host"

const access = {
  clientId: "client",
  clientSecret: "secret",
  contractId: "GCR_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
  templateId: "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2",
}
const pace = { poll: 50, steady: 100, push: 30_000 }
const record = z.record(z.string(), z.unknown())

let sandbox: RunningSandbox

beforeAll(async () => {
  const { templateId, ...given } = access
  sandbox = await startSandbox({ ...given, templateIds: [templateId], pushBackoffMs: [500] })
})
afterAll(() => sandbox.close())

describe("verify with somebody who pays, at the sandbox", () => {
  const asked: Task[] = []
  let report: Report

  beforeAll(async () => {
    const customer = sandboxCustomer(sandbox.url)
    const watched: Customer = { visit: (task) => (asked.push(task), customer.visit(task)) }
    report = await verify(
      { ...access, environment: sandbox.url },
      { customer: watched, pace, port: 0 },
    )
  })

  it("finds no difference", () => {
    expect(report.findings).toEqual([])
  })

  it("asks for a payment with each method, and for a decline, an abort and a closed window", () => {
    const methods = report.methods.filter((method) => !/applepay|googlepay/.test(method))
    const names = asked.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(methods.map((method) => `${method}, pay`)))
    expect(names).toEqual(
      expect.arrayContaining([
        "creditcard, authorize",
        "creditcard, decline",
        "creditcard, abort",
        "creditcard, close",
      ]),
    )
  })

  it("records how the customer came back, the push, and that a refused push is repeated", () => {
    const said = (step: string) => report.recordings.find((kept) => kept.step === step)?.answer.body
    expect(said("creditcard, pay: return")).toEqual({ called: "success", method: "GET" })
    expect(said("creditcard, abort: return")).toEqual({ called: "abort", method: "GET" })
    expect(said("creditcard, close: return")).toBeUndefined()
    expect(said("creditcard, pay: push")).toMatchObject({
      method: "POST",
      media_type: "application/json",
      body: { object: "event.pushes", target: "payment.transactions" },
    })
    const refused = report.recordings.filter(({ step }) => step.endsWith("push again after a 500"))
    expect(refused).toMatchObject([{ answer: { body: { repeated: true } } }])
  })

  it("captures, delivers, refunds a part and the rest, and looks after each", () => {
    expect(report.steps).toEqual(
      expect.arrayContaining([
        "creditcard, authorize: start",
        "invoice, pay: delivery",
        "paypal, pay: shipping",
        "debit, pay: partial refund",
        "debit, pay: the refund's own payment",
        "debit, pay: refund of the rest",
        "debit, pay: checkStatus after the rest",
        "prepaid, pay: cancel in the end",
      ]),
    )
  })

  it("tells the statuses in their order, and how long a push took", () => {
    const notes = report.notes.join("\n")
    expect(notes).toMatch(/prepaid, pay: pending after /)
    expect(notes).toMatch(/creditcard, close: created after /)
    expect(notes).toMatch(
      /creditcard, pay: push \d+\.\d s after the page was opened, with the headers/,
    )
    expect(notes).toMatch(/refused push repeated \d+\.\d s later/)
  })

  it("keeps no account and no name", () => {
    expect(JSON.stringify(report.recordings)).not.toMatch(
      /DE\d{20}|COBADEFF|secupay AG|Mustermann|TA \d/,
    )
  })

  it("leaves out what the customer does not want to do, at the sandbox too", async () => {
    const customer: Customer = { visit: () => Promise.resolve("skipped") }
    const attended = { customer, pace, port: 0, methods: ["paypal"] }
    const skipped = await verify({ ...access, environment: sandbox.url }, attended)
    expect(skipped.findings).toEqual([])
    expect(skipped.notes).toEqual(
      ["pay", "authorize", "decline", "abort", "close"].map((what) => `paypal, ${what}: skipped`),
    )
  })
})

const isRead = (path: string, kind: string) => new RegExp(`/${kind}/Transactions/\\w+$`).test(path)

const REPLIES: readonly (readonly [name: string, twist: Twist, told: Partial<Finding>])[] = [
  [
    "a refund that answers an empty list",
    ({ path, sent, status }) =>
      path.endsWith("/cancel") && hasPart(sent) && status === 200 ? { json: [] } : undefined,
    {
      step: "paypal, pay: partial refund",
      place: "<body>",
      expected: "list of 2",
      found: "empty list",
    },
  ],
  [
    "a status in words",
    ({ method, path, json }) =>
      method === "GET" && isRead(path, "Payment") && json
        ? { json: { ...record.parse(json), status: "accepted" } }
        : undefined,
    { step: "paypal, pay: payment", place: "status", found: "text (accepted)", weight: "grave" },
  ],
  [
    "an effective amount in euros",
    ({ path, json }) =>
      path.endsWith("checkStatus") && codeless(json)
        ? { json: { ...record.parse(json), amount: 254.95 } }
        : undefined,
    {
      step: "paypal, pay: checkStatus at first",
      place: "amount",
      found: "fraction (254.95)",
      weight: "grave",
    },
  ],
  [
    "a status of another kind",
    ({ method, path, json }) =>
      method === "GET" && isRead(path, "Smart") && record.safeParse(json).data?.["status"] === "ok"
        ? { json: { ...record.parse(json), status: "paid_in_full" } }
        : undefined,
    { step: "paypal, pay: read", place: "status", expected: "ok", found: "paid_in_full" },
  ],
]

const hasPart = (sent: unknown) => record.safeParse(sent).data?.["reduce_amount_by"] === 100
const codeless = (json: unknown) => record.safeParse(json).data?.["code"] === undefined

describe("verify with somebody who pays, at an odd host", () => {
  let findings: Finding[]

  beforeAll(async () => {
    const host = await startOddHost(sandbox.url, (passing) => {
      for (const [, twist] of REPLIES) {
        const odd = twist(passing)
        if (odd) return odd
      }
      return undefined
    })
    const attended = { customer: sandboxCustomer(sandbox.url), pace, port: 0, methods: ["paypal"] }
    findings = (await verify({ ...access, environment: host.url }, attended)).findings
    await host.close()
  })

  it.each(REPLIES.map(([name, , told]) => [name, told] as const))("names %s", (_, told) => {
    expect(findings).toContainEqual(expect.objectContaining(told))
  })
})
