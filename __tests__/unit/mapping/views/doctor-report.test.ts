import { connection } from "../../../../src/admin/i18n/en/connection"
import type { Check } from "../../../../src/mapping/views/connection"
import { doctorReport } from "../../../../src/mapping/views/doctor-report"
import { DOCTOR_TEXTS } from "../../../../src/mapping/views/doctor-texts"

const check = (fields: Partial<Check>): Check => ({
  ...{ id: "token", state: "ok", code: "token_ok", detail: {} },
  ...fields,
})

describe("the doctor's words", () => {
  it("are there for every result that the admin words", () => {
    const worded = Object.keys(connection.checks).filter((code) => code !== "other")
    expect(Object.keys(DOCTOR_TEXTS).sort()).toEqual(worded.sort())
  })

  it.each<[string, Partial<Check>, string]>([
    ["a good one", {}, "ok      secuconnect accepts the credentials."],
    [
      "one with a list",
      { state: "ok", code: "regions_ok", detail: { regions: ["Germany", "Austria"] } },
      "ok      Customers can pay with secuconnect in Germany, Austria.",
    ],
    [
      "one with a number",
      { state: "warning", code: "clock_fast", detail: { seconds: 90 } },
      "warning This server's clock is 90 seconds fast: synchronize it with a time server.",
    ],
    [
      "one with a cause",
      { state: "error", code: "token_timeout", detail: { cause: "ETIMEDOUT" } },
      "ERROR   secuconnect did not answer in time: try again in a few minutes. ETIMEDOUT",
    ],
    [
      "one without the cause",
      { state: "error", code: "token_timeout" },
      "ERROR   secuconnect did not answer in time: try again in a few minutes.",
    ],
    ["one that is new", { state: "unknown", code: "moon_full" }, "unknown moon_full"],
  ])("of %s", (_what, fields, line) => {
    expect(doctorReport([], [check(fields)]).text.split("\n")[0]).toBe(line)
  })
})

describe("a shop", () => {
  const warning = check({ state: "warning", code: "methods_none" })
  const error = check({ state: "error", code: "contract_missing" })

  interface Shop {
    what: string
    problems?: string[]
    checks: Check[]
    is_fit: boolean
    end: string
  }
  const FIT = { is_fit: true, end: "Customers can pay with secuconnect." }
  const unfit = (errors: number) => ({ is_fit: false, end: `To be mended: ${errors}.` })

  it.each<Shop>([
    { what: "is fit where all is well", checks: [check({})], ...FIT },
    { what: "is fit with warnings", checks: [warning], ...FIT },
    { what: "is not with an error", checks: [check({}), error], ...unfit(1) },
    { what: "is not where it is set up wrong", problems: ["a"], checks: [check({})], ...unfit(1) },
    { what: "is not with both", problems: ["a", "b"], checks: [error], ...unfit(3) },
  ])("$what", ({ problems = [], checks, is_fit, end }) => {
    const report = doctorReport(problems, checks)
    expect(report.is_fit).toBe(is_fit)
    expect(report.text.split("\n").at(-1)).toBe(end)
  })

  it("that is set up wrong hears of that first", () => {
    expect(doctorReport(["plugin: no id"], [error]).text).toMatch(
      /^ERROR {3}plugin: no id\nERROR {3}No contract/,
    )
  })
})
