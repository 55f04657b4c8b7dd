import { readSetup } from "../../../../src/modules/secuconnect/settings/read-setup"
import { setupProblems, type Setup } from "../../../../src/modules/secuconnect/settings/setup"
import { REPOSITORY } from "../../../support/repository"

const nameless = { resolve: "medusa-payment-secuconnect/providers/secuconnect" }
const provider = { ...nameless, id: "secuconnect" }
const payment = (...providers: object[]) => ({
  resolve: "@medusajs/medusa/payment",
  dependencies: ["secuconnect", "query"],
  options: { providers },
})
const shop = (change: Partial<Setup> = {}): Setup => ({
  modules: { payment: payment(provider) },
  medusa: "2.21.2",
  routers: ["/shop/node_modules/react-router-dom", "/shop/node_modules/react-router-dom"],
  ...change,
})
const withProviders = (...providers: object[]) =>
  shop({ modules: { payment: payment(...providers) } })

describe("a shop that is set up as the README says", () => {
  it.each<[string, Setup]>([
    ["with Medusa 2.21.2", shop()],
    ["with Medusa 2.21.0", shop({ medusa: "2.21.0" })],
    ["with Medusa 2.30.1", shop({ medusa: "2.30.1" })],
    ["with Medusa 3.0.0", shop({ medusa: "3.0.0" })],
    ["with a snapshot of Medusa", shop({ medusa: "2.22.0-snapshot-20261101" })],
    ["with a Medusa that does not say its version", shop({ medusa: null })],
    [
      "with an admin that cannot be found",
      shop({ routers: ["/shop/node_modules/react-router-dom"] }),
    ],
    ["with another provider that has no id", withProviders(provider, { resolve: "./src/other" })],
    [
      "with the provider's own folder",
      withProviders({ ...provider, resolve: "./src/providers/secuconnect" }),
    ],
  ])("has no problems, %s", (_what, setup) => expect(setupProblems(setup)).toEqual([]))
})

describe("what is wrong is said with the line to change", () => {
  const legacy = { resolve: "medusa-payment-secuconnect/providers/secuconnect-legacy" }
  const NO_ID = /entry has no id.*\n {2}\{ resolve: ".*", id: "secuconnect" \},\n/
  const OLD =
    /needs Medusa 2\.21 or newer, and this is 2\.(18\.0|20\.9).*\n {2}"@medusajs\/…": "\^2\.21\.0",\n/

  it.each<[string, Setup, RegExp]>([
    ["a provider without an id", withProviders(nameless), NO_ID],
    ["a provider with an empty id", withProviders({ ...provider, id: "" }), NO_ID],
    ["the provider of older methods without an id", withProviders(provider, legacy), NO_ID],
    [
      "the provider's own folder without an id",
      withProviders({ resolve: "./src/providers/secuconnect/index.ts" }),
      NO_ID,
    ],
    ["Medusa 2.18, which dtc-starter has", shop({ medusa: "2.18.0" }), OLD],
    ["the Medusa before", shop({ medusa: "2.20.9" }), OLD],
    [
      "a payment module without dependencies",
      shop({ modules: { payment: { ...payment(provider), dependencies: undefined } } }),
      /\n {2}dependencies: \["secuconnect", "query"\],\n/,
    ],
    [
      "no payment module",
      shop({ modules: {} }),
      /\n {2}dependencies: \["secuconnect", "query"\],\n/,
    ],
    [
      "a second router",
      shop({ routers: ["/shop/node_modules/a/react-router-dom", "/react-router-dom"] }),
      /two copies of react-router-dom[^]*\n {2}\/react-router-dom\n/,
    ],
  ])("%s", (_what, setup, message) => {
    expect(setupProblems(setup)).toEqual([expect.stringMatching(message)])
  })

  it("all at once, one after the other", () => {
    const modules = { payment: { options: { providers: [nameless] } } }
    expect(setupProblems({ modules, medusa: "2.0.0", routers: ["/a", "/b"] })).toHaveLength(4)
  })
})

it("is read off what is installed: this repository has one router and the Medusa it needs", () => {
  const setup = readSetup(REPOSITORY, { payment: payment(provider) })
  expect(setup.medusa).toMatch(/^2\.\d+\.\d+/)
  expect(setup.routers).toHaveLength(2)
  expect(setupProblems(setup)).toEqual([])
})

it("is read of a folder in which nothing is installed, too", () => {
  const setup = readSetup("/", {})
  expect(setup).toMatchObject({ medusa: null })
  expect(setup.routers).toHaveLength(1)
})
