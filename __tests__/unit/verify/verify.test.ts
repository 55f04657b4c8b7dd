import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { z } from "zod"

import { startSandbox, type RunningSandbox } from "../../../sandbox/src"
import { runVerify } from "../../../src/verify"
import { allowedHost } from "../../../src/verify/allowed-host"

const clientSecret = "a-secret-of-the-shop-4711"
const access = {
  clientId: "client-of-the-shop-0815",
  clientSecret,
  contractId: "GCR_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
  templateId: "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2",
}

describe("the host that is verified", () => {
  it.each([
    "live",
    " live ",
    "https://connect.secucard.com",
    "https://CONNECT.secucard.com/",
    "https://connect.secucard.com.:443",
    "http://secucard.com",
    "https://connect.secuconnect.com",
    "https://api.secupay.ag",
  ])("is never the live one: %s", (environment) => {
    expect(() => allowedHost(environment)).toThrow("live system, which is never verified")
  })

  it.each([
    ["testing", "https://connect-testing.secuconnect.com"],
    ["https://connect-testing.secupay-ag.de/", "https://connect-testing.secupay-ag.de"],
    ["https://connect-testing.secucard.com", "https://connect-testing.secucard.com"],
    ["http://127.0.0.1:9100", "http://127.0.0.1:9100"],
    ["http://sandbox.internal", "http://sandbox.internal"],
  ])("may be a test system: %s", (environment, baseUrl) => {
    expect(allowedHost(environment)).toBe(baseUrl)
  })

  it.each(["", "live.", "ftp://127.0.0.1", "https://user:pass@127.0.0.1"])(
    "is an address: not %p",
    (environment) => {
      expect(() => allowedHost(environment)).toThrow("environment must be")
    },
  )
})

describe("verify, played against the sandbox", () => {
  const transactions = z.object({
    transactions: z.array(z.object({ status: z.string(), is_demo: z.boolean() })),
  })
  const folder = mkdtempSync(path.join(tmpdir(), "secuconnect-verify-"))
  const said: string[] = []
  const output = {
    print: (line: string) => said.push(line),
    complain: (line: string) => said.push(line),
  }
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8")
  let sandbox: RunningSandbox
  let exitCode: number

  beforeAll(async () => {
    const { templateId, ...given } = access
    sandbox = await startSandbox({ ...given, templateIds: [templateId] })
    exitCode = await runVerify({ ...access, environment: sandbox.url }, [`out=${folder}`], output)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await sandbox.close()
  })

  it("finds no difference, says so, and ends with 0", () => {
    expect(said.join()).toContain("no difference")
    expect(read("report.md")).toContain("**No difference**")
    expect(JSON.parse(read("report.json"))).toMatchObject({ findings: [], host: sandbox.url })
    expect(exitCode).toBe(0)
  })

  it("leaves no payment behind that somebody could pay, and none outside test mode", async () => {
    const reply = await fetch(`${sandbox.url}/sandbox/transactions`)
    const made = transactions.parse(await reply.json()).transactions
    expect(made.length).toBeGreaterThan(20)
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set(["cancelled"]))
    expect(new Set(made.map(({ is_demo }) => is_demo))).toEqual(new Set([true]))
  })

  it("keeps a recording of each step, without secrets, ids and people", () => {
    const names = readdirSync(path.join(folder, "recordings"))
    const { steps } = z
      .object({ steps: z.array(z.string()) })
      .parse(JSON.parse(read("report.json")))
    expect(names).toHaveLength(steps.length)
    expect(new Set(steps).size).toBe(steps.length)
    const all = names.map((name) => read(path.join("recordings", name))).join("\n")
    expect(all).toContain("PAYMENT".toLowerCase())
    for (const hidden of [clientSecret, access.clientId, access.contractId, sandbox.url]) {
      expect(all).not.toContain(hidden)
    }
    expect(all).not.toMatch(/Mustermann|Erika|Musterstra|Dresden|49301|01099|erika|Testmerchant/)
    expect(all).not.toMatch(/"access_token": "(?!\[redacted\]")/)
  })

  it("says what is wrong with its arguments, and plays nothing", async () => {
    expect(await runVerify({ ...access, environment: "live" }, ["fast"], output)).toBe(2)
    expect(said.at(-1)).toContain("Usage: verify")
  })

  it.each([
    ["the live host", { environment: "live" }, "live system"],
    ["a host that is not there", { environment: "http://127.0.0.1:9" }, "there is no answer"],
    ["wrong credentials", { clientSecret: "wrong" }, "HTTP 400. Check clientId"],
  ])("ends with 2 for %s, with the reason", async (_, change, reason) => {
    const input = { ...access, environment: sandbox.url, ...change }
    expect(await runVerify(input, [`out=${folder}/none`], output)).toBe(2)
    expect(said.at(-1)).toContain(reason)
  })
})
