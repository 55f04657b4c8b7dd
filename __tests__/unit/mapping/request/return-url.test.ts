import fc from "fast-check"
import { checkReturnUrl, withOutcome } from "../../../../src/mapping/request/return-url"

const SHOP = "https://shop.example.com"
const ALLOWED = [SHOP, "http://localhost:8000", /^https:\/\/[a-z0-9-]+\.preview\.example\.net$/]

const check = (given: unknown, allowed: (string | RegExp)[] = ALLOWED) =>
  checkReturnUrl(given, allowed)

describe("a return_url that the shop allows", () => {
  it.each([
    ["no return_url", undefined, null],
    ["null", null, null],
    ["the origin alone", SHOP, `${SHOP}/`],
    ["a page", `${SHOP}/de/checkout`, `${SHOP}/de/checkout`],
    ["a query of its own", `${SHOP}/c?step=2&x=`, `${SHOP}/c?step=2&x=`],
    ["a fragment", `${SHOP}/#/checkout`, `${SHOP}/#/checkout`],
    ["capitals in scheme and host", "HTTPS://Shop.Example.COM/A", `${SHOP}/A`],
    ["the default port, spelled out", `${SHOP}:443/a`, `${SHOP}/a`],
    ["blanks around it", `  ${SHOP}/a\n`, `${SHOP}/a`],
    ["backslashes, as browsers read them", "https:\\\\shop.example.com\\a", `${SHOP}/a`],
    ["line breaks inside, as browsers read them", "https://shop.exa\nmple.com/a\t", `${SHOP}/a`],
    ["dots that lead nowhere", `${SHOP}/../../a`, `${SHOP}/a`],
    ["a port that is allowed", "http://localhost:8000/a", "http://localhost:8000/a"],
    [
      "an origin that fits a pattern",
      "https://pr-7.preview.example.net/",
      "https://pr-7.preview.example.net/",
    ],
    [
      "another address in its query",
      `${SHOP}/?next=https://evil.example`,
      `${SHOP}/?next=https://evil.example`,
    ],
    ["umlauts in the path", `${SHOP}/kasse/zurück`, `${SHOP}/kasse/zur%C3%BCck`],
  ])("%s", (_what, given, url) => {
    expect(check(given)).toEqual({ ok: true, url })
  })
})

describe("a return_url on another origin", () => {
  it.each([
    ["another host", "https://evil.example/"],
    ["a host that begins alike", "https://shop.example.com.evil.example/"],
    ["a host that ends alike", "https://evilshop.example.com/"],
    ["a subdomain", "https://www.shop.example.com/"],
    ["the domain above", "https://example.com/"],
    ["a trailing dot", "https://shop.example.com./"],
    ["another port", `${SHOP}:8443/`],
    ["another scheme", "http://shop.example.com/"],
    ["no port where one is allowed", "http://localhost/"],
    ["a backslash that hides the host", "https://evil.example\\@shop.example.com/"],
    ["a fragment that hides the host", "https://evil.example#@shop.example.com/"],
    ["a query that hides the host", "https://evil.example?@shop.example.com/"],
    ["a look-alike letter", "https://shop.ex\u0430mple.com/"],
    ["full-width letters of another host", "https://\uFF45vil.example/"],
    ["a line break after a pattern's end", "https://pr.preview.example.net.evil.example/\nx"],
    ["an address in brackets", "https://[::1]/"],
    ["a number for a host", "https://2130706433/"],
    ["a NUL as a letter", "https://shop.example.com%00.evil.example/"],
  ])("is refused: %s", (_what, given) => {
    expect(check(given).ok).toBe(false)
  })

  it.each([
    [
      "http://shop.example.com/x?token=1",
      ["https://www.example.com/de", "", /^https:/],
      "https://www.example.com, /^https:/",
    ],
    ["http://shop.example.com", [], "none"],
  ])(
    "names its origin, those that are allowed and where to add it: %s, %j",
    (given, allowed, named) => {
      expect(check(given, allowed)).toEqual({
        ok: false,
        problem:
          `return_url is refused: the origin http://shop.example.com is not allowed, only ${named}; ` +
          "add it to allowedReturnOrigins, or to the store's CORS origins.",
      })
    },
  )

  it("is refused where nothing is allowed", () => {
    expect(check(SHOP, []).ok).toBe(false)
    expect(check(SHOP, [""]).ok).toBe(false)
  })

  it("is refused where the shop allows `*`: that is no origin", () => {
    expect(check("https://evil.example/", ["*"]).ok).toBe(false)
  })
})

describe("a return_url with a user name or password", () => {
  it.each([
    ["the shop as user name", "https://shop.example.com@evil.example/"],
    ["a user on the shop's own host", "https://user@shop.example.com/"],
    ["a password alone", "https://:secret@shop.example.com/"],
    ["both", "https://user:secret@shop.example.com/"],
  ])("is refused: %s", (_what, given) => {
    const checked = check(given)
    expect(checked).toEqual({
      ok: false,
      problem: "return_url is refused: it must not hold a user name or password.",
    })
  })
})

describe("what is no absolute http(s) address", () => {
  it.each<[string, unknown]>([
    ["a path", "/checkout"],
    ["an address without a scheme", "//evil.example/"],
    ["a bare host", "shop.example.com"],
    ["nothing", ""],
    ["a blank", " "],
    ["javascript:", "javascript:alert(1)//https://shop.example.com"],
    ["javascript: with a line break", "java\nscript:alert(1)"],
    ["data:", "data:text/html,<script>alert(1)</script>"],
    ["blob: of the shop's origin", "blob:https://shop.example.com/x"],
    ["file:", "file:///etc/passwd"],
    ["ftp:", "ftp://shop.example.com/"],
    ["an app's own scheme", "myshop://checkout"],
    ["a port that is none", "https://shop.example.com:99999/"],
    ["a blank in the host", "https://shop .example.com/"],
    ["a number", 42],
    ["a list", [SHOP]],
    ["an object", { href: SHOP, toString: () => SHOP }],
    ["true", true],
    ["more than 1500 characters", `${SHOP}/${"a".repeat(1_500)}`],
    ["more than 1500 characters once it is encoded", `${SHOP}/${"ü".repeat(500)}`],
  ])("is refused: %s", (_what, given) => {
    expect(check(given)).toEqual({
      ok: false,
      problem:
        "return_url is refused: it must be an absolute http(s) URL of at most 1500 characters.",
    })
  })
})

describe("the shop's list of origins", () => {
  it.each([
    ["a slash at the end", `${SHOP}/`],
    ["capitals", "https://SHOP.example.com"],
    ["a pattern", /shop\.example\.com$/],
  ])("may hold %s, and says the same every time", (_what, allowed) => {
    const answers = [1, 2, 3].map(() => check(SHOP, [allowed]).ok)
    expect(answers).toEqual([true, true, true])
  })

  it("lets nothing through but what a browser would take for an allowed origin", () => {
    const pieces = fc.constantFrom(
      "https:",
      "http:",
      "//",
      "/",
      "\\",
      "@",
      ":",
      "#",
      "?",
      ".",
      "%2e",
      "%40",
      "\t",
      "\n",
      " ",
      "shop.example.com",
      "evil.example",
      "localhost:8000",
      "user",
      "443",
      "[::1]",
      "\u3002",
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const checked = check(parts.join(""), [SHOP])
        if (!checked.ok) return
        const url = new URL(String(checked.url))
        expect(url.origin).toBe(SHOP)
        expect(url.username + url.password).toBe("")
      }),
      { numRuns: 3_000 },
    )
  })
})

describe("the storefront's page with the outcome", () => {
  const outcome = { outcome: "success", payment_session_id: "payses_1", order_id: "order_1" }

  it.each([
    [
      "the page alone",
      `${SHOP}/done`,
      `${SHOP}/done?outcome=success&payment_session_id=payses_1&order_id=order_1`,
    ],
    [
      "a query of its own",
      `${SHOP}/?a=1`,
      `${SHOP}/?a=1&outcome=success&payment_session_id=payses_1&order_id=order_1`,
    ],
    [
      "a fragment",
      `${SHOP}/#/done`,
      `${SHOP}/?outcome=success&payment_session_id=payses_1&order_id=order_1#/done`,
    ],
    [
      "an outcome of an earlier return",
      `${SHOP}/?outcome=failed&a=1`,
      `${SHOP}/?a=1&outcome=success&payment_session_id=payses_1&order_id=order_1`,
    ],
  ])("%s", (_what, page, expected) => {
    expect(withOutcome(page, outcome)).toBe(expected)
  })

  it("takes away what is not known: an order's id in the page's own query is not believed", () => {
    const page = withOutcome(`${SHOP}/?order_id=order_9&a=1`, {
      outcome: "pending",
      order_id: null,
    })
    expect(page).toBe(`${SHOP}/?a=1&outcome=pending`)
  })

  it("takes away every earlier outcome, also a repeated one", () => {
    const page = withOutcome(`${SHOP}/?outcome=a&outcome=b`, { outcome: "failed" })
    expect(new URL(page).searchParams.getAll("outcome")).toEqual(["failed"])
  })

  it("encodes what it adds", () => {
    const page = withOutcome(SHOP, { outcome: "a&b=c#d é" })
    expect(new URL(page).searchParams.get("outcome")).toBe("a&b=c#d é")
  })

  describe("leaves the page's own query as it is, byte for byte:", () => {
    it.each([
      ["?a=b%20c", "?a=b%20c"],
      ["?a=b+c", "?a=b+c"],
      ["?a=%2B%26%3D", "?a=%2B%26%3D"],
      ["?flag", "?flag"],
      ["?flag=", "?flag="],
      ["?a=1&a=2&b=3&a=4", "?a=1&a=2&b=3&a=4"],
      ["?a[]=1&a[0]=2", "?a[]=1&a[0]=2"],
      ["?&&a=1&", "?&&a=1&"],
      ["?a=1&=2", "?a=1&=2"],
      ["?a==b", "?a==b"],
      ["?a=1?b=2", "?a=1?b=2"],
      ["?a=%e4%f6", "?a=%e4%f6"],
      ["?a=%zz&b=50%", "?a=%zz&b=50%"],
      ["?a=~!*()-_.", "?a=~!*()-_."],
      ["?a={b}|`^", "?a={b}|`^"],
      ["?next=https://a.example/?x=1", "?next=https://a.example/?x=1"],
      ["?a=%C3%BC", "?a=%C3%BC"],
      ["?constructor=1&toString=2&__proto__=3", "?constructor=1&toString=2&__proto__=3"],
      ["?Outcome=1&order_ids=2&my_order_id=3", "?Outcome=1&order_ids=2&my_order_id=3"],
      ["?outcome=x&a=b%20c", "?a=b%20c"],
      ["?a=1&%6futcome=x&b=%20", "?a=1&b=%20"],
      ["?order_id=7&order_id&a=b+c", "?a=b+c"],
      ["?payment_session_id=%", "?"],
      ["?", "?"],
      ["", "?"],
    ])("%s", (query, kept) => {
      const added = "outcome=success&payment_session_id=payses_1&order_id=order_1"
      const and = kept === "?" ? "" : "&"
      expect(withOutcome(`${SHOP}/done${query}`, outcome)).toBe(`${SHOP}/done${kept}${and}${added}`)
    })
  })

  describe("leaves a fragment as it is, and stands in front of it:", () => {
    it.each([
      ["#/done", "#/done"],
      ["#/done?a=b%20c&outcome=x", "#/done?a=b%20c&outcome=x"],
      ["#!/done", "#!/done"],
      ["#", "#"],
      ["#a#b?c", "#a#b?c"],
      ["#/100%", "#/100%"],
      ["?a=1#/done?b=2", "#/done?b=2"],
    ])("%s", (end, fragment) => {
      const url = withOutcome(`${SHOP}/${end}`, outcome)
      expect(url.endsWith(fragment)).toBe(true)
      expect(new URL(url).searchParams.get("outcome")).toBe("success")
    })
  })

  it("whatever the page's own query and fragment are", () => {
    const pieces = fc.constantFrom("a", "=", "&", "?", "#", "%20", "+", "%", "/", "é", "[", "'")
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const page = new URL(`${SHOP}/x?${parts.join("")}`)
        const url = new URL(withOutcome(page.href, { outcome: "failed" }))
        expect(url.search).toBe(`${page.search || "?"}${page.search ? "&" : ""}outcome=failed`)
        expect(url.hash).toBe(page.hash)
      }),
    )
  })
})
