import { version as medusaVersion } from "@medusajs/medusa/package.json"
import { parseOptions } from "../../../../src/modules/secuconnect/settings/options"
import {
  doubtAboutBackendUrl,
  resolveSettings,
  type Settings,
  type StoreConfig,
} from "../../../../src/modules/secuconnect/settings/settings"
import { version } from "../../../../package.json"

const API = "https://api.example.com"

const settings = (given: object = {}, store: StoreConfig = {}): Settings => {
  const least = { clientId: "id", clientSecret: "s3cret", environment: "testing" }
  return resolveSettings(parseOptions({ ...least, ...given }), store)
}

describe("the address that secuconnect calls back", () => {
  it.each<[string, object, StoreConfig, string]>([
    ["the option", { backendUrl: API }, {}, API],
    ["the admin's", {}, { admin: { backendUrl: API } }, API],
    [
      "the option before the admin's",
      { backendUrl: API },
      { admin: { backendUrl: "https://x.example" } },
      API,
    ],
    ["without slashes at its end", { backendUrl: `${API}//` }, {}, API],
    ["with a path of its own", { backendUrl: `${API}/medusa/` }, {}, `${API}/medusa`],
    ["with a port", { backendUrl: "http://localhost:9000" }, {}, "http://localhost:9000"],
  ])("is %s", (...[, given, store, expected]) => {
    expect(settings(given, store).backendUrl).toBe(expected)
  })

  it.each<[string, StoreConfig]>([
    ["nothing is configured", {}],
    ["the admin's is Medusa's default", { admin: { backendUrl: "/" } }],
    ["the admin's is a bare host", { admin: { backendUrl: "api.example.com" } }],
    ["the admin's has no scheme", { admin: { backendUrl: "//api.example.com" } }],
    ["the admin's is empty", { admin: { backendUrl: "" } }],
  ])("is missed when %s, in words that say what to set", (_what, store) => {
    expect(() => settings({}, store)).toThrow(
      /^medusa-payment-secuconnect: .*\n {2}- backendUrl is missing: .*https:\/\/api\.example\.com.*admin\.backendUrl$/,
    )
  })
})

describe("the origins that a storefront's return_url may have", () => {
  const store = {
    projectConfig: { http: { storeCors: "http://localhost:8000,/\\.example\\.com$/" } },
  }

  it.each<[string, object, StoreConfig, (string | RegExp)[]]>([
    ["those of the store", {}, store, ["http://localhost:8000", /\.example\.com$/]],
    [
      "those of the option instead",
      { allowedReturnOrigins: ["https://a.example"] },
      store,
      ["https://a.example"],
    ],
    [
      "patterns of the option",
      { allowedReturnOrigins: ["/^https:\\/\\/a/i"] },
      store,
      [/^https:\/\/a/i],
    ],
    ["none where the option is an empty list", { allowedReturnOrigins: [] }, store, []],
    ["none where the store has none", {}, {}, []],
  ])("are %s", (...[, given, from, expected]) => {
    expect(settings({ backendUrl: API, ...given }, from).returnOrigins).toEqual(expected)
  })
})

describe("how the shop introduces itself", () => {
  it("with Medusa's and its own version", () => {
    expect(settings({ backendUrl: API }).shop).toEqual({
      shop_system: "Medusa",
      shop_system_version: medusaVersion,
      shop_domain: "api.example.com",
      plugin_vendor: "medusa-payment-secuconnect",
      plugin_version: version,
    })
  })

  it("by the storefront's domain where it is known, without port and path", () => {
    const storefrontReturnUrl = "https://shop.example.com:8443/checkout"
    const { shop } = settings({ backendUrl: API, storefrontReturnUrl })
    expect(shop.shop_domain).toBe("shop.example.com")
  })
})

it("keeps every option as it was given", () => {
  const given = { backendUrl: API, demo: true, capture: "manual", contractId: "GCR_1" }
  expect(settings(given)).toMatchObject(given)
})

describe("a callback address that secuconnect cannot reach", () => {
  it.each([
    "http://localhost:9000",
    "https://127.0.0.1",
    "https://10.1.2.3",
    "https://192.168.178.20",
    "https://172.16.0.1",
    "https://172.31.255.1",
    "https://169.254.1.1",
    "https://[::1]:9000",
    "https://backend",
    "https://shop.local",
    "https://shop.internal",
    "https://shop.test",
    "https://shop.localhost",
  ])("%s is doubted", (backendUrl) => {
    const doubt = doubtAboutBackendUrl(settings({ backendUrl }))
    expect(doubt).toMatch(/is not a public address/)
    expect(doubt).toContain(backendUrl)
  })

  it.each([
    "https://api.example.com",
    "https://172.15.0.1",
    "https://172.32.0.1",
    "https://11.0.0.1",
    "https://localhost-shop.example.com",
    "https://local.example.com",
  ])("%s is not", (backendUrl) => {
    expect(doubtAboutBackendUrl(settings({ backendUrl }))).toBeNull()
  })

  it("is no matter in demo mode", () => {
    expect(
      doubtAboutBackendUrl(settings({ backendUrl: "http://localhost", demo: true })),
    ).toBeNull()
  })

  it("is doubted for missing encryption alone", () => {
    expect(doubtAboutBackendUrl(settings({ backendUrl: "http://api.example.com" }))).toMatch(
      /is not https/,
    )
  })
})
