import { originOf, parseOrigins } from "../../../../src/mapping/request/origins"
import { checkReturnUrl } from "../../../../src/mapping/request/return-url"

const SHOP = "https://shop.example.com"

describe("an address stands for its origin:", () => {
  it.each([
    [SHOP, SHOP],
    [`${SHOP}/`, SHOP],
    [`${SHOP}//`, SHOP],
    [`${SHOP}:443`, SHOP],
    [`${SHOP}:0443/`, SHOP],
    ["http://shop.example.com:80", "http://shop.example.com"],
    [`${SHOP}/de/checkout?x=1#top`, SHOP],
    [`  ${SHOP} `, SHOP],
    [`\n${SHOP}\t`, SHOP],
    ["HTTPS://SHOP.Example.COM", SHOP],
    ["https:/shop.example.com", SHOP],
    ["https:\\\\shop.example.com", SHOP],
    ["http://localhost:8000/", "http://localhost:8000"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
    ["https://BÜCHER.example:443/x", "https://xn--bcher-kva.example"],
    ["https://bu\u0308cher.example", "https://xn--bcher-kva.example"],
    ["https://xn--bcher-kva.example", "https://xn--bcher-kva.example"],
    ["https://straße.example", "https://xn--strae-oqa.example"],
    ["https://магазин.example", "https://xn--80aairftm.example"],
    ["https://ｓｈｏｐ.example.com", SHOP],
    ["https://shop。example。com", SHOP],
    ["http://[::1]:8000", "http://[::1]:8000"],
    ["http://[0:0:0:0:0:0:0:1]:8000/x", "http://[::1]:8000"],
    ["https://[2A00:1450::1]", "https://[2a00:1450::1]"],
    ["http://127.1:8000", "http://127.0.0.1:8000"],
  ])("%j is %s", (written, origin) => {
    expect(originOf(written)).toBe(origin)
    expect(parseOrigins([written])).toEqual({ allowed: [origin], misfits: [] })
    expect(checkReturnUrl(`${origin}/done`, [written]).ok).toBe(true)
  })
})

describe("is no origin:", () => {
  it.each([
    "shop.example.com",
    "shop.example.com:443",
    "//shop.example.com",
    "localhost:8000",
    "*",
    "https://*.example.com",
    "*.example.com",
    "https://",
    "https://shop example.com",
    `${SHOP} https://b.example.com`,
    `${SHOP};https://b.example.com`,
    "https://shop.example.com:99999",
    "https://[::1",
    "http://::1:8000",
    "https://user@shop.example.com",
    "https://user:secret@shop.example.com",
    "ftp://shop.example.com",
    "file:///shop",
    "null",
    "myshop://checkout",
    "/de/checkout",
    "/(shop/",
    "undefined",
  ])("%j", (written) => {
    expect(originOf(written)).toBeNull()
    expect(parseOrigins([written])).toEqual({ allowed: [], misfits: [written] })
    expect(checkReturnUrl(`${SHOP}/done`, [written]).ok).toBe(false)
  })
})

describe("a list of origins", () => {
  it.each<[string, string[], (string | RegExp)[], string[]]>([
    ["nothing", [], [], []],
    ["an empty text", [""], [], []],
    ["commas alone", [" , ,"], [], []],
    ["several in one text", [`${SHOP}, https://b.example`], [SHOP, "https://b.example"], []],
    ["a comma at the end", [`${SHOP},`], [SHOP], []],
    ["one that is none among others", [`${SHOP},b.example`], [SHOP], ["b.example"]],
    ["quotes of an environment file", [`"${SHOP}"`], [SHOP], []],
    ["single quotes, which are no pattern's", [`'${SHOP}'`], [SHOP], []],
    ["a pattern", ["/\\.example\\.com$/"], [/\.example\.com$/], []],
    ["a pattern with a flag and blanks", [" /\\.EXAMPLE$/i "], [/\.EXAMPLE$/i], []],
    ["a pattern that would remember", ["/shop/gi"], [/shop/i], []],
    ["a pattern that would stick", ["/shop/y"], [/shop/], []],
    [
      "a pattern with a comma",
      ["/^https:\\/\\/a{1,3}\\.example$/"],
      [/^https:\/\/a{1,3}\.example$/],
      [],
    ],
    ["a pattern with umlauts, which matches nothing", ["/bücher/"], [/bücher/], ["/bücher/"]],
    ["a pattern that is broken", ["/(/"], [], ["/(/"]],
  ])("holds %s", (...[, written, allowed, misfits]) => {
    expect(parseOrigins(written)).toEqual({ allowed, misfits })
  })
})
