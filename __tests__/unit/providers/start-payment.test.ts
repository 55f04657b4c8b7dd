import { startPayment } from "../../../src/providers/secuconnect/start/start-payment"
import { stopServers } from "../secuconnect/support/server"
import { openLedger } from "./support/ledger"
import { startVendor } from "./support/vendor"

afterEach(stopServers)

const start = {
  session_id: "payses_1",
  amount: 44.85,
  currency_code: "eur",
  return_url: undefined,
  locale: "de",
  method: null,
}

describe("what no payment can be started for, before anything is called or written", () => {
  it.each([
    ["nothing", { amount: 0 }],
    ["less than the smallest coin", { amount: 0.004 }],
    ["a negative amount", { amount: -5 }],
    ["NaN", { amount: Number.NaN }],
    ["infinity", { amount: Number.POSITIVE_INFINITY }],
    ["a text", { amount: "much" }],
    ["more than can be counted exactly", { amount: 1e15 }],
  ])("%s", async (_what, fields) => {
    const vendor = await startVendor()
    const deps = openLedger(vendor.url)
    await expect(startPayment(deps, { ...start, ...fields })).rejects.toMatchObject({
      type: "not_allowed",
      code: "secuconnect_amount_invalid",
      message: "Für diesen Betrag kann keine Zahlung gestartet werden.",
    })
    expect(await deps.ledger.listCheckouts()).toEqual([])
  })

  it.each([
    ["a currency of two letters", "eu", "EU is no currency of ISO 4217."],
    ["a currency with a digit", "eu1", "EU1 is no currency of ISO 4217."],
    ["no currency", "", " is no currency of ISO 4217."],
    ["one that is used no more", "HRK", "HRK is no currency of ISO 4217."],
    ["forints, of whose decimals two things are said", "huf", "In HUF nothing is charged"],
    ["Colombian pesos, likewise", "COP", "In COP nothing is charged"],
    ["Iraqi dinars, likewise", "iqd", "In IQD nothing is charged"],
  ])("%s", async (_what, currency_code, logged) => {
    const vendor = await startVendor()
    const deps = openLedger(vendor.url)
    await expect(startPayment(deps, { ...start, currency_code })).rejects.toMatchObject({
      type: "not_allowed",
      code: "secuconnect_currency_not_offered",
      message: "In dieser Währung kann nicht bezahlt werden.",
    })
    expect(deps.log.join()).toContain(logged)
    expect(await deps.ledger.listCheckouts()).toEqual([])
    expect(vendor.calls).toEqual([])
  })
})
