import { version as medusaVersion } from "@medusajs/medusa/package.json"
import { parseOptions } from "../../../../src/modules/secuconnect/settings/options"
import {
  doubtAboutBackendUrl,
  doubtsAboutOrigins,
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
    ["without the default port", { backendUrl: `${API}:443/` }, {}, API],
    ["without blanks around it", { backendUrl: ` ${API} ` }, {}, API],
    ["without blanks around the admin's", {}, { admin: { backendUrl: ` ${API}\n` } }, API],
    ["in small letters", { backendUrl: "HTTPS://API.Example.com/Medusa" }, {}, `${API}/Medusa`],
    ["in punycode", { backendUrl: "https://bücher.example" }, {}, "https://xn--bcher-kva.example"],
    ["with blanks in its path", { backendUrl: `${API}/my shop/` }, {}, `${API}/my%20shop`],
    ["an address of IPv6", { backendUrl: "http://[0:0::1]:9000" }, {}, "http://[::1]:9000"],
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

describe("a query or a fragment in the callback address", () => {
  const addresses = [
    `${API}?shop=1`,
    `${API}/?shop=1`,
    `${API}/medusa?a=1&b=2`,
    `${API}?`,
    `${API}/#`,
    `${API}/#/medusa`,
    `${API}?#`,
    `${API}/medusa/?`,
    `${API}:9000?token=abc`,
    "https://bücher.example/?ä=ö",
    "http://[::1]:9000/#top",
  ]

  it.each(addresses)("%s is refused as an option", (backendUrl) => {
    expect(() => settings({ backendUrl })).toThrow(
      "\n  - backendUrl: must have neither a query nor a fragment (? or #)",
    )
  })

  it.each(addresses)("%s is refused as the admin's address", (backendUrl) => {
    expect(() => settings({}, { admin: { backendUrl } })).toThrow(
      "\n  - admin.backendUrl: must have neither a query nor a fragment (? or #), or set backendUrl",
    )
  })

  it("is no matter where another address counts", () => {
    const store = { admin: { backendUrl: `${API}?x` } }
    expect(settings({ backendUrl: API }, store).backendUrl).toBe(API)
  })
})

describe("what is no origin is named for the log:", () => {
  const doubts = (given: object, storeCors?: string) => {
    const least = { clientId: "id", clientSecret: "s3cret", environment: "testing" }
    const store = { projectConfig: { http: { storeCors } } }
    return doubtsAboutOrigins(parseOptions({ ...least, ...given }), store)
  }

  it("of the option", () => {
    const allowedReturnOrigins = [
      "https://a.example:443/",
      "shop.example.com",
      "https://*.b.example",
    ]
    expect(doubts({ allowedReturnOrigins }, "c.example")).toEqual([
      expect.stringMatching(
        /^allowedReturnOrigins: "shop\.example\.com" is no origin .*Write it like/,
      ),
      expect.stringMatching(/^allowedReturnOrigins: "https:\/\/\*\.b\.example" is no origin/),
    ])
  })

  it("of the store's CORS origins", () => {
    expect(doubts({}, "http://localhost:8000, c.example,")).toEqual([
      expect.stringMatching(/^storeCors \(STORE_CORS\): "c\.example" is no origin/),
    ])
  })

  it("of patterns that browsers' origins cannot fit", () => {
    expect(doubts({ allowedReturnOrigins: ["/bücher\\.example$/"] })).toHaveLength(1)
  })

  it.each([
    ["/example\\.com/", true],
    ["/shop\\.example\\.com$/", true],
    ["/^https:\\/\\/shop\\.example\\.com/", true],
    ["/^https:\\/\\/shop\\.example\\.com$/", false],
    ["/https:\\/\\/.*\\.example\\.com$/", false],
    ["/\\/\\/shop\\.example\\.com$/", false],
    ["/(^|\\.)example\\.com$/", false],
    ["/\\.example\\.com$/", false],
  ])("of patterns that fit other people's origins too: %s, %p", (pattern, isTold) => {
    const told = doubts({}, `http://localhost:8000,${pattern}`)
    expect(told.filter((line) => line.includes("fits other people's origins"))).toHaveLength(
      isTold ? 1 : 0,
    )
  })

  it("without its password", () => {
    const [doubt] = doubts({ allowedReturnOrigins: ["https://user:secret@a.example"] })
    expect(doubt).toContain('"https://…@a.example"')
    expect(doubt).not.toContain("secret")
  })

  it("`*` in words of its own", () => {
    expect(doubts({}, "*")).toEqual([expect.stringMatching(/^"\*" allows no return_url\./)])
  })

  it.each([[""], [undefined], ["http://localhost:8000,/\\.example\\.com$/"]])(
    "nothing where the store's CORS origins are %j",
    (storeCors) => {
      expect(doubts({}, storeCors)).toEqual([])
    },
  )
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
    [
      "read before they are compared",
      { allowedReturnOrigins: [" https://BÜCHER.example:443/shop ", "http://[0:0::1]:8000"] },
      store,
      ["https://xn--bcher-kva.example", "http://[::1]:8000"],
    ],
    [
      "those of the store, read as well",
      {},
      { projectConfig: { http: { storeCors: "https://a.example:443/x, http://b.example:80" } } },
      ["https://a.example", "http://b.example"],
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
    "https://[fd12:3456::1]",
    "https://[fe80::1]",
    "https://[::ffff:10.0.0.1]",
    "https://0.0.0.0",
    "https://100.64.0.1",
    "https://localhost.",
    "https://shop.local.",
    "https://backend",
    "https://shop.local",
    "https://shop.internal",
    "https://shop.test",
    "https://shop.localhost",
  ])("%s is doubted", (backendUrl) => {
    const doubt = doubtAboutBackendUrl(settings({ backendUrl }))
    expect(doubt).toMatch(/is not a public address/)
    expect(doubt).toContain(settings({ backendUrl }).backendUrl)
  })

  it.each([
    "https://api.example.com",
    "https://172.15.0.1",
    "https://[2a00:1450:4001::1]",
    "https://[::ffff:93.184.216.34]",
    "https://10.example.com",
    "https://127.example.com",
    "https://bücher.example.com",
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
