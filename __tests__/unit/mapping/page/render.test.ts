import { createHash } from "node:crypto"

import { markup } from "../../../../src/mapping/page/markup"
import { PAGE_STATES } from "../../../../src/mapping/page/page-state"
import { PAGE_REASONS } from "../../../../src/mapping/page/reason"
import { renderPage, type PageView } from "../../../../src/mapping/page/render"
import { PAGE_NOTICES, PAGE_TEXTS } from "../../../../src/mapping/page/texts"

const EVIL = `<script>alert("x")</script>' onload='`

const VIEW: PageView = {
  language: "en",
  state: "open",
  shop: "ACME",
  logo: null,
  color: null,
  is_demo: false,
  order_number: 1042,
  sum: { amount: 1234.5, currency_code: "eur", currency_exponent: 2 },
  reason: "expired",
  pay_until: null,
  choices: [
    {
      ...{ provider_id: "pp_x", method: "creditcard", name: "Credit card", description: "Visa" },
      icon: "data:image/svg+xml,%3Csvg%2F%3E",
    },
  ],
  transfer: null,
  refunded: null,
  order_url: null,
  notice: null,
}

const TRANSFER = {
  ...{ owner: "secupay AG", iban: "DE02 1203 0000 0000 2020 51", bic: null, bank_name: null },
  ...{ purpose: "TA 4711", amount: 31.9, currency_code: "eur", qr_svg: "<svg/>" },
}

const text = (change: Partial<PageView>) => renderPage({ ...VIEW, ...change }).text

describe("HTML", () => {
  it("escapes whatever is not HTML already, and lets nothing out of an attribute", () => {
    const escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; onload=&#39;"
    const { text } = markup`<p title="${EVIL}">${EVIL}</p>`
    expect(text).toBe(`<p title="${escaped}">${escaped}</p>`)
  })

  it("takes pieces and lists of them as they are, numbers as text, and null as nothing", () => {
    const items = ["a", "&"].map((item) => markup`<li>${item}</li>`)
    const { text } = markup`<ul>${items}</ul>${null}${3}${markup`<b>${"<"}</b>`}`
    expect(text).toBe("<ul><li>a</li><li>&amp;</li></ul>3<b>&lt;</b>")
  })
})

describe("the page", () => {
  it.each(["de", "en"] as const)("has a title in each state, in %s", (language) => {
    for (const state of PAGE_STATES) {
      const page = text({ language, state })
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).toContain(`<h1>${PAGE_TEXTS[language].states[state].title}</h1>`)
      expect(page.match(/<h1>/g)).toHaveLength(1)
    }
  })

  it("says the sum in the page's language, why, and offers the methods", () => {
    expect(text({})).toContain("<strong>€1,234.50</strong>")
    expect(text({ language: "de" })).toContain("<strong>1.234,50\u00a0€</strong>")
    expect(text({})).toContain("Your transfer did not arrive in time.")
    expect(text({})).toContain(`<button name="method" value="creditcard">`)
  })

  it.each(["checked", "paid", "refunded", "ended", "cancelled", "closed", "unknown"] as const)(
    "asks for nothing when it is %s",
    (state) => {
      const page = text({ state, transfer: TRANSFER })
      expect(page).not.toMatch(/<form|<dl>|IBAN|1,234/)
    },
  )

  const ORDER_URL = "https://shop.example/de/order/order_1"
  const ORDER_LINK = `<a href="${ORDER_URL}">`

  it.each(["paid", "checked", "waiting"] as const)(
    "leads back to the order where one can, when it is %s",
    (state) => {
      expect(text({ state, order_url: ORDER_URL })).toContain(`${ORDER_LINK}Back to your order</a>`)
      expect(text({ state, order_url: ORDER_URL, language: "de" })).toContain(
        `${ORDER_LINK}Zu Ihrer Bestellung</a>`,
      )
      expect(text({ state, order_url: null })).not.toContain("Back to your order")
    },
  )

  it("leads nobody there in any other state", () => {
    const others = PAGE_STATES.filter((state) => !["paid", "checked", "waiting"].includes(state))
    for (const state of others) expect(text({ state, order_url: ORDER_URL })).not.toContain("/de/")
  })

  it.each(["failed", "left"] as const)(
    "offers the methods before the account to who comes back without having paid: %s",
    (state) => {
      const page = text({ state, transfer: TRANSFER })
      expect(page.indexOf("<form")).toBeGreaterThan(page.indexOf("€1,234.50"))
      expect(page.indexOf("Or make the transfer")).toBeGreaterThan(page.indexOf("<form"))
      expect(page).not.toContain("Prefer to pay another way?")
    },
  )

  it("says once that a payment failed", () => {
    const sentence = "An earlier payment was not completed."
    expect(text({ state: "open", reason: "failed" })).toContain(sentence)
    expect(text({ state: "failed", reason: "failed" })).not.toContain(sentence)
  })

  it("says what was given back where nothing is left to pay, and only there", () => {
    expect(text({ state: "paid", refunded: "part" })).toContain("Part of your payment")
    for (const state of ["refunded", "cancelled"] as const) {
      expect(text({ state, refunded: "all" })).toContain("refunded in full")
      expect(text({ state, refunded: "all", language: "de" })).toContain("vollständig erstattet")
    }
    expect(text({ state: "open", refunded: "part" })).not.toContain("refunded")
  })

  it("shows the account of a transfer with its sum, and the other methods below", () => {
    const page = text({ state: "waiting", transfer: TRANSFER })
    expect(page).toContain("<dt>IBAN</dt><dd>DE02 1203 0000 0000 2020 51</dd>")
    expect(page).toContain("<dt>Amount</dt><dd>€31.90</dd>")
    expect(page).not.toContain("<dt>BIC</dt>")
    expect(page).toContain(`src="data:image/svg+xml,%3Csvg%2F%3E"`)
    expect(page).toContain("Prefer to pay another way?")
  })

  it("speaks of transfers only where there is one to make", () => {
    const states = PAGE_STATES.filter((state) => state !== "waiting" && state !== "checked")
    for (const state of states) {
      expect(text({ state, reason: null })).not.toMatch(/transfer|IBAN/i)
      expect(text({ state, reason: null, language: "de" })).not.toMatch(/überweis|IBAN/i)
    }
  })

  it("has a sentence for each reason and each notice", () => {
    for (const reason of PAGE_REASONS)
      expect(text({ reason })).toContain(PAGE_TEXTS.en.reasons[reason])
    for (const notice of PAGE_NOTICES) expect(text({ notice })).toContain(`role="alert"`)
  })

  it("shows the shop's logo in place of its name, and lets it be loaded from there alone", () => {
    const logo = "https://cdn.example.com:8443/a/logo.svg?v=1&x=2"
    const { text: page, policy } = renderPage({ ...VIEW, logo })
    expect(page).toContain(
      '<header><img src="https://cdn.example.com:8443/a/logo.svg?v=1&amp;x=2" alt="ACME"></header>',
    )
    expect(page).toContain("<title>Pay for your order · ACME</title>")
    expect(policy).toContain("img-src data: https://cdn.example.com:8443;")
  })

  it("has the shop's colour, and a policy that allows that style", () => {
    const { text: page, policy } = renderPage({ ...VIEW, color: "#1a6B3c" })
    const [, style = ""] = /<style>([^]*)<\/style>/.exec(page) ?? []
    expect(style).toContain(":root { --shop: #1a6B3c; }")
    const hash = createHash("sha256").update(style).digest("base64")
    expect(policy).toContain(`style-src 'sha256-${hash}';`)
  })

  it.each(["red", "#12345", "#1234567", "#12345g", `#123456;}</style>${EVIL}`])(
    "takes no colour that is none: %s",
    (color) => expect(renderPage({ ...VIEW, color })).toEqual(renderPage(VIEW)),
  )

  it.each([`https://example.com/"${EVIL}`, "no address"])(
    "lets nothing out of the logo's address: %s",
    (logo) => {
      const { text: page, policy } = renderPage({ ...VIEW, logo })
      expect(page).not.toContain("<script>")
      expect(policy).toMatch(/; img-src data:( https:\/\/example\.com)?; base-uri 'none';/)
    },
  )

  it("holds no script, loads nothing, and its policy allows nothing but its own style", () => {
    const { text: page, policy } = renderPage({ ...VIEW, shop: EVIL })
    expect(page).not.toMatch(/<script|src="https?:|@import|url\(/)
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:;/)
  })
})
