import { inspect } from "node:util"
import { createSecuconnectClient, isVendorPage, mayPayAt } from "../../../src/secuconnect"
import { aSmartTransaction, aToken, CLIENT_ID, CLIENT_SECRET } from "./support/server"
import { documented, startServer, stopServers } from "./support/server"

afterEach(stopServers)

const clientOf = (environment: string) =>
  createSecuconnectClient({ environment, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET })

it.each([
  ["live", "https://connect.secucard.com"],
  ["testing", "https://connect-testing.secuconnect.com"],
  ["https://connect-testing.secupay-ag.de", "https://connect-testing.secupay-ag.de"],
  ["http://localhost:4010/", "http://localhost:4010"],
  ["https://gateway.example.com/secuconnect//", "https://gateway.example.com/secuconnect"],
])("environment %s is %s", (environment, baseUrl) => {
  expect(clientOf(environment).baseUrl).toBe(baseUrl)
})

it.each(["live", "testing"])("%s is the documented host", (environment) => {
  expect(documented("enums")).toContain(`"${environment}": "${clientOf(environment).baseUrl}"`)
})

it.each([
  "",
  "Live",
  "production",
  "constructor",
  "connect.secucard.com",
  "ftp://connect.secucard.com",
  "https://user:password@connect.secucard.com",
  "https://connect.secucard.com?a=1",
  "https://connect.secucard.com#a",
])('environment "%s" is refused: there is none to fall back to', (environment) => {
  expect(() => clientOf(environment)).toThrow('environment must be "live", "testing" or a base URL')
})

it.each(["https://connect.secucard.com/api/v2", "https://connect.secucard.com/api/v2/"])(
  "%s is refused: the path is added to the base URL",
  (environment) => {
    expect(() => clientOf(environment)).toThrow("without /api/v2")
  },
)

it.each([
  ["clientId", { clientId: "", clientSecret: CLIENT_SECRET }],
  ["clientSecret", { clientId: CLIENT_ID, clientSecret: " " }],
])("an empty %s is refused by name", (name, credentials) => {
  const options = { environment: "testing", ...credentials }
  expect(() => createSecuconnectClient(options)).toThrow(`${name} is empty`)
})

it("a base URL may hold a path, for the token as for the API", async () => {
  const server = await startServer({
    api: (seen) => (seen.path.endsWith("/oauth/token") ? aToken(1) : aSmartTransaction()),
  })
  await clientOf(`${server.url}/behind`).smartTransactions.read("STX_1")
  expect(server.calls.map((seen) => seen.path)).toEqual([
    "/behind/oauth/token",
    "/behind/api/v2/Smart/Transactions/STX_1",
  ])
})

it("making a client sends nothing and shows no secret", async () => {
  const server = await startServer()
  const client = clientOf(server.url)
  expect(inspect(client, { depth: 10, showHidden: true })).not.toContain(CLIENT_SECRET)
  expect(JSON.stringify(client)).not.toContain(CLIENT_SECRET)
  expect(server.tokenRequests).toHaveLength(0)
})

const LIVE = "https://connect.secucard.com"
const TESTING = "https://connect-testing.secuconnect.com"

const VENDORS = [
  "https://pay.secupay.com/?stx=STX_1",
  "https://secupay.com/pay",
  "https://checkout.secuconnect.com/x",
  "https://PAY.SECUPAY.COM/",
  "https://a.b.secupay.ag/",
  "https://connect.secupay-ag.de/pay",
  "https://www.secupay.de/",
]

const OTHERS: [string, string][] = [
  ["somebody else", "https://example.com/"],
  ["a name that ends alike", "https://evilsecupay.com/"],
  ["a name that begins alike", "https://pay.secupay.com.example.com/"],
  ["a path alike", "https://example.com/pay.secupay.com"],
  ["another port", "https://pay.secupay.com:8443/"],
  ["letters alike", "https://pay.secup\u0430y.com/"],
  ["an address in numbers", "https://192.0.2.1/"],
  ["this machine", "https://localhost/"],
  ["a dot at the end", "https://pay.secupay.com./"],
]

describe("a page that customers are sent to", () => {
  it.each(VENDORS)("may be %s on the live system, and is known", (page) => {
    expect(mayPayAt(page, LIVE)).toBe(true)
    expect(isVendorPage(page)).toBe(true)
  })

  it.each(OTHERS)("may be at a host that is not known, which can be told: %s", (_what, page) => {
    expect(mayPayAt(page, LIVE)).toBe(true)
    expect(isVendorPage(page)).toBe(false)
  })

  it.each([
    ["http", "http://pay.secupay.com/"],
    ["the vendor as user", "https://pay.secupay.com@example.com/"],
    ["a user at the vendor", "https://user:password@pay.secupay.com/"],
    ["a script", "javascript:alert(1)"],
    ["no address", "pay.secupay.com"],
  ])("is refused on the live system: %s", (_what, page) => {
    expect(mayPayAt(page, LIVE)).toBe(false)
  })

  it.each([TESTING, "http://127.0.0.1:9100"])("may be any page at %s", (baseUrl) => {
    expect(mayPayAt("http://127.0.0.1:9100/pay", baseUrl)).toBe(true)
    expect(mayPayAt("https://example.com/", baseUrl)).toBe(true)
    expect(mayPayAt("javascript:alert(1)", baseUrl)).toBe(false)
  })
})
