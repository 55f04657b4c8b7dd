import jsqr from "jsqr"
import { PNG } from "pngjs"

import { draftMail } from "../../../../src/mapping/mails/draft-mail"
import type { MailContent, MailFrame, RenderedMail } from "../../../../src/mapping/mails/mail"
import type { Language } from "../../../../src/mapping/words/language"
import { renderMail } from "../../../../src/mapping/mails/render-mail"
import { LINK_REASONS, MAIL_KINDS } from "../../../../src/mapping/words/mails"
import { expectKnown } from "./support/known-mail"
import { EUR, FRAME, MAILS, TRANSFER } from "./support/mails"

const CASES = (["de", "en"] as const).flatMap((language) =>
  MAILS.map(([what, content]) => [what, language, content] as const),
)

const prepayment = (changes: object = {}): MailContent => ({
  kind: "prepayment",
  transfer: { ...TRANSFER, ...changes },
  rest: 0,
})

/** Of a mail without a QR code. */
const refund: MailContent = {
  kind: "refund",
  amount: { ...EUR, amount: 4900 },
  is_open_invoice: false,
  transfer: null,
}

const render = (content: MailContent, frame: Partial<MailFrame> = {}) =>
  renderMail(content, { ...FRAME, ...frame })

const rendered = new Map<string, Promise<RenderedMail>>()

/** Each once: the QR code is drawn dot by dot. */
function renderCase(what: string, language: Language, content: MailContent) {
  const key = `${what}, ${language}`
  const mail = rendered.get(key) ?? render(content, { language })
  rendered.set(key, mail)
  return mail
}

it("has a mail of each kind to look at", () => {
  expect(new Set(MAILS.map(([, { kind }]) => kind))).toEqual(new Set(MAIL_KINDS))
})

it.each(CASES)("%s, %s", async (what, language, content) => {
  const { subject, text, html } = await renderCase(what, language, content)
  const file = `${what.replace(/\W+/g, "-")}.${language}`
  expectKnown(`${file}.txt`, `${subject}\n\n${text}`)
  expectKnown(`${file}.html`, html)
})

/** What the HTML says, without how it looks. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf("<body"))
  return body
    .replace(/<[^>]+>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/[^\S\u00A0]+/g, " ")
}

describe("of every mail", () => {
  it.each(CASES)("both versions of %s, %s, say the same", async (what, language, content) => {
    const { text, html } = await renderCase(what, language, content)
    const words = wordsOf(html)
    const said = text.split(/\n+/).flatMap((line) => line.split(": "))
    const missing = said.filter((line) => !words.includes(line.replace(/[:*]+$|^\*+ /g, "").trim()))
    expect(missing).toEqual(["--"])
  })

  it.each(CASES)("the HTML of %s, %s, loads nothing", async (what, language, content) => {
    const { html } = await renderCase(what, language, content)
    expect(html).not.toMatch(/<(script|link|style|iframe|form|object|base)\b/i)
    expect(html).not.toMatch(/url\(|@import|javascript:/i)
    const sources = [...html.matchAll(/\ssrc="([^"]*)"/g)].map(([, source]) => source)
    expect(sources.filter((source) => source !== "cid:secuconnect-girocode")).toEqual([])
  })

  it.each(CASES)("no name in braces is left in %s, %s", async (what, language, content) => {
    const { subject, text, html } = await renderCase(what, language, content)
    expect(`${subject}${text}${html}`).not.toMatch(/[{}]/)
    expect(subject).toContain("1042")
    expect(subject).toContain("Papier & Tinte")
  })
})

describe("what somebody else has written", () => {
  /** Without a QR code. */
  const inFrancs = (changes: object) =>
    prepayment({ currency_code: "chf", account: { ...TRANSFER.account, ...changes } })
  const EVIL = `<img src=x onerror=alert(1)>"'&{amount}\u202E\r\nBcc: everybody@example.org`

  it.each<[string, MailContent, Partial<MailFrame>]>([
    ["the shop's name", refund, { shop_name: EVIL }],
    ["the order's number", refund, { order_number: EVIL }],
    ["the footer", refund, { footer: EVIL }],
    ["the owner", inFrancs({ owner: EVIL }), {}],
    ["the purpose", inFrancs({ purpose: EVIL }), {}],
    ["the IBAN", prepayment({ account: { ...TRANSFER.account, iban: EVIL } }), {}],
    ["the bank", inFrancs({ bank_name: EVIL }), {}],
    [
      "the link's address",
      {
        kind: "payment_link",
        amount: { ...EUR, amount: 1 },
        url: `https://example.com/?x=${EVIL}`,
        reason: "order",
        is_reminder: false,
      },
      {},
    ],
  ])("%s is text and nothing else", async (_what, content, frame) => {
    const { html, subject } = await render(content, frame)
    const pictures = html.match(/<img[^>]*>/g) ?? []
    expect(pictures.filter((tag) => !tag.startsWith('<img src="cid:'))).toEqual([])
    expect(html).not.toContain("\u202E")
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it("is never taken for a place to put something in", async () => {
    const { subject } = await render(refund, { shop_name: "{amount} {order}" })
    expect(subject).toContain("{amount} {order}")
  })

  it.each(["javascript:alert(1)", "data:text/html,x", "/pay/1", "mailto:a@example.org", ""])(
    "%s is no address that a customer is led to",
    async (url) => {
      const link = { kind: "payment_link", amount: { ...EUR, amount: 1 }, reason: "order" } as const
      await expect(render({ ...link, url, is_reminder: false })).rejects.toThrow(RangeError)
    },
  )
})

describe("the QR code", () => {
  it("is a picture that banking apps read", async () => {
    const { attachments } = await render(prepayment())
    const { width, height, data } = PNG.sync.read(Buffer.from(attachments[0]!.content, "base64"))
    const lines = jsqr(new Uint8ClampedArray(data), width, height)?.data.split("\n")
    expect(lines?.slice(0, 4)).toEqual(["BCD", "002", "1", "SCT"])
    expect(lines).toContain("DE81850400611005523759")
    expect(lines).toContain("EUR1231.90")
  })

  it.each<[string, MailContent]>([
    ["another currency", prepayment({ currency_code: "chf" })],
    ["an account that is not complete", prepayment({ account: { ...TRANSFER.account, iban: "" } })],
    ["nothing to transfer", refund],
  ])("is left out for %s, and so is the picture", async (_what, content) => {
    const { attachments, html, text } = await render(content)
    expect(attachments).toEqual([])
    expect(html).not.toContain("<img")
    expect(text).not.toContain("girocode")
  })
})

describe("a mail that can be meant in several ways", () => {
  it.each(["de", "en"] as const)(
    "gives each reason of a link its own words, %s",
    async (language) => {
      const amount = { ...EUR, amount: 4900 }
      const texts = await Promise.all(
        LINK_REASONS.map(async (reason) => {
          const link = {
            kind: "payment_link",
            amount,
            url: "https://example.com/p",
            reason,
            is_reminder: false,
          } as const
          return (await render(link, { language })).text
        }),
      )
      expect(new Set(texts).size).toBe(LINK_REASONS.length)
      for (const text of texts) expect(text).toContain("49")
    },
  )

  it.each(MAILS)("%s says in test mode that no money moves", (_what, content) => {
    const { blocks } = draftMail(content, { ...FRAME, is_demo: true })
    expect(blocks[0]?.is === "notice" && blocks[0].text).toContain("Testmodus")
    expect(draftMail(content, FRAME).blocks.map(({ is }) => is)).not.toContain("notice")
  })

  it("keeps the lines of the footer", async () => {
    const { text, html } = await render(refund, { footer: "Papier & Tinte GmbH\nHRB 1" })
    expect(text).toContain("Papier & Tinte GmbH\nHRB 1")
    expect(html).toContain("Papier &amp; Tinte GmbH<br>HRB 1")
  })
})
