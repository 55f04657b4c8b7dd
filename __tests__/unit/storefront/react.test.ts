import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { gzipSync } from "node:zlib"

import { bundle, REACT_KIT } from "./support/bundle"
import { METHODS, PAYMENT } from "./support/scene"

it("is at most 10 kB, gzipped, without React", async () => {
  const code = await bundle(`export * from ${JSON.stringify(REACT_KIT)}`, {
    external: ["react", "react/jsx-runtime"],
  })
  const size = gzipSync(code, { level: 9 }).length
  expect(size).toBeGreaterThan(2_000)
  expect(size).toBeLessThanOrEqual(10_000)
})

describe("rendered on a server", () => {
  type Render = (scene: object) => string
  const folder = mkdtempSync(path.join(os.tmpdir(), "storefront-kit-"))
  let render: Render

  beforeAll(async () => {
    const page = path.join(__dirname, "support", "server.tsx")
    const code = await bundle(`export { render } from ${JSON.stringify(page)}`, {
      platform: "node",
      format: "cjs",
    })
    const file = path.join(folder, "server.cjs")
    writeFileSync(file, code)
    render = jest.requireActual<{ render: Render }>(file).render
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  const textOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

  it("everything to pay by is there without a script, in German", () => {
    const html = render({ methods: METHODS, payment: PAYMENT, locale: "de-AT" })
    const said = textOf(html)
    for (const text of [
      "Zahlungsart",
      "Kreditkarte",
      "Zahlungspflichtig bestellen",
      "Wartet auf Zahlungseingang Wir warten auf Ihre Überweisung.",
      "Testzahlung",
      "Bitte überweisen Sie",
      "DE81 8504 0061 1005 5237 59",
      "TA 12345678",
    ]) {
      expect(said).toContain(text)
    }
    expect(html).toContain('data-state="waiting"')
    // A button that needs a script is no use without one; a bank that is not known has no line.
    expect(html).not.toMatch(/copy-button|print-button|bank_name/)
  })

  it("and in English, amounts too", () => {
    const said = textOf(render({ methods: METHODS, payment: PAYMENT, locale: "en" }))
    expect(said).toContain("Buy now")
    expect(said).toContain("Please transfer")
    expect(said).toContain("€1,044.80")
  })

  it("an invoice is still to be paid", () => {
    const payment = { ...PAYMENT, state: "paid", is_demo: false }
    const said = textOf(render({ methods: METHODS, payment, locale: "de" }))
    expect(said).toContain("Auf Rechnung")
    expect(said).toContain("Bitte überweisen Sie nach Erhalt der Ware")
    expect(said).not.toContain("Testzahlung")
  })

  it.each([
    ["refunded", "Erstattet"],
    ["partly_refunded", "Teilweise erstattet"],
  ])("an order whose money went back says so: %s", (state, word) => {
    const payment = { ...PAYMENT, state, transfer_details: null }
    expect(textOf(render({ methods: METHODS, payment, locale: "de" }))).toContain(word)
  })

  it("what is open can be paid, and the way back leads to the order without a script", () => {
    const html = render({ methods: [], payment: null, locale: "de" })
    expect(textOf(html)).toContain("Jetzt bezahlen")
    expect(html).toContain('<noscript><a href="/orders/order_1">Zur Bestellung</a></noscript>')
  })

  it.each([
    ["failed", /The payment failed/],
    ["aborted", /You canceled the payment/],
    ["else", /^(?!.*unchanged)/],
  ])("why one is back at the choice of payment is told: %s", (outcome, said) => {
    const html = render({ methods: METHODS, payment: null, locale: "en", outcome })
    expect(textOf(html)).toMatch(said)
  })

  it("where there is nothing to pay, nothing is to be paid", () => {
    const said = textOf(render({ methods: [], payment: PAYMENT, locale: "de" }))
    expect(said).toContain("Bestellen")
    expect(said).not.toMatch(/Zahlungsart|Zahlungspflichtig|Jetzt bezahlen/)
  })

  it("texts are replaced, one by one", () => {
    const texts = { pay: "Kaufen" }
    const said = textOf(render({ methods: METHODS, payment: PAYMENT, locale: "de", texts }))
    expect(said).toContain("Kaufen")
    expect(said).not.toContain("Zahlungspflichtig bestellen")
    expect(said).toContain("Zahlungsart")
  })

  it("what a shop's data says is text and never markup", () => {
    const payment = { ...PAYMENT, text: "<script>alert(1)</script>" }
    expect(render({ methods: METHODS, payment })).not.toContain("<script>")
  })
})
