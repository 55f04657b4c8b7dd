import type { CheckoutRow } from "../../../src/modules/secuconnect/types"
import { aRequest } from "../secuconnect/support/request"
import { aSmartTransaction, startServer, stopServers } from "../secuconnect/support/server"
import { openLedger } from "./support/ledger"

afterEach(stopServers)

const LIVE = "https://connect.secucard.com"
const HTTP_PAGE = "http://pay.secupay.com/?stx=STX_1"
const NO_PAGE = "no payment page"

/** A Smart Transaction is made whose page is this one, for a row of the live system. */
async function startAt(page: string) {
  const server = await startServer({
    api: () => aSmartTransaction({ payment_links: { general: page, creditcard: page } }),
  })
  const { ledger, log } = openLedger(server.url)
  const wanted = { amount: 4485, currency_code: "eur", contract_id: "GCR_1", is_demo: false }
  const { checkout } = await ledger.beginCheckout({ payment_session_id: "payses_1", ...wanted })
  const start = async (base_url: string, page = "general"): Promise<CheckoutRow> =>
    await ledger.startTransaction(
      { ...checkout, base_url },
      {
        build: () => ({ request: aRequest(), digest: "digest" }),
        page,
        isGeneralAsGood: () => Promise.resolve(true),
        noPage: () => new Error(NO_PAGE),
        fields: {},
      },
    )
  const paths = () => server.calls.map(({ path }) => path.replace("/api/v2", ""))
  return { start, log, paths, read: () => ledger.retrieveCheckout(checkout.id) }
}

it.each(["general", "creditcard", "debit"])(
  "a page without https is not opened on the live system: %s is cancelled and told",
  async (method) => {
    const { start, log, paths, read } = await startAt(HTTP_PAGE)
    await expect(start(LIVE, method)).rejects.toThrow(NO_PAGE)
    expect(paths()).toEqual(["/Smart/Transactions", "/Smart/Transactions/STX_1/cancel"])
    expect(await read()).toMatchObject({ creation: "not_created", stx_id: "STX_1" })
    expect(log.join("\n")).toMatch(
      /nobody is sent to http:\/\/pay\.secupay\.com: a payment page of the live system has https/,
    )
    expect(log.join("\n")).not.toContain("stx=")
  },
)

it("the vendor's own page is opened on the live system", async () => {
  const page = "https://pay.secupay.com/?stx=STX_1"
  const { start, log } = await startAt(page)
  expect(await start(LIVE)).toMatchObject({ creation: "open", checkout_url: page })
  expect(log.join("\n")).not.toContain("a host that this plugin does not know")
})

it("a page at a host that is not known is opened on the live system, and the host is told", async () => {
  const page = "https://pay.example.com/?stx=STX_1"
  const { start, log } = await startAt(page)
  expect(await start(LIVE)).toMatchObject({ creation: "open", checkout_url: page })
  expect(log.join("\n")).toMatch(/page is at https:\/\/pay\.example\.com, a host that/)
  expect(log.join("\n")).not.toContain("stx=")
})

it("any page is opened elsewhere, as a sandbox has them", async () => {
  const { start } = await startAt(HTTP_PAGE)
  expect(await start("http://127.0.0.1:9100")).toMatchObject({ checkout_url: HTTP_PAGE })
})
