import jsqr from "jsqr"
import { PNG } from "pngjs"

import { openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

async function page(url: string | undefined, form?: Record<string, string>) {
  const response = await fetch(url ?? "", {
    redirect: "manual",
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  })
  const location = response.headers.get("location")
  return {
    status: response.status,
    text: await response.text(),
    location: location === null ? "" : new URL(location, sandbox.url).href,
  }
}

const methodsOn = (text: string): string[] =>
  [...text.matchAll(/name="method"\s+value="(\w+)"/g)].map(([, method]) => method ?? "")

it("the general link offers every method, shows the basket and the sum", async () => {
  const { payment_links } = await sandbox.create()
  const { text } = await page(payment_links?.general)
  expect(methodsOn(text)).toHaveLength(8)
  expect(text).toContain("ACME ball pen Modern Line 8050")
  expect(text).toContain("31,85")
  expect(text).toContain('<html lang="de">')
})

it.each([
  ["creditcard", "Kreditkarte", "4111 1111 1111 1111"],
  ["debit", "Lastschrift", "DE35 5001 0517 5418 4931 88"],
  ["prepaid", "Vorkasse", "Bankdaten"],
  ["invoice", "Rechnungskauf", "14 Tagen"],
])("the link of %s opens that method only", async (method, name, detail) => {
  const { payment_links } = await sandbox.create()
  const { text } = await page(payment_links?.[method])
  expect(methodsOn(text)).toEqual([method])
  expect(text).toContain(name)
  expect(text).toContain(detail)
})

it("a method that is not offered cannot be opened or sent", async () => {
  const changes = { "payment_context.payment_methods": ["prepaid"] }
  const { id, payment_links } = await sandbox.create(requestWith(changes))
  const link = `${payment_links?.general ?? ""}&payment-method=creditcard`
  expect((await page(link)).text).toContain("nicht verfügbar")
  await page(link, { action: "pay", method: "creditcard" })
  expect((await sandbox.read(id)).status).toBe("created")
})

it.each([
  ["de", "&lang=en", "Complete your payment"],
  ["en", "", "Complete your payment"],
  ["en", "&lang=de", "Zahlung abschließen"],
  [undefined, "", "Zahlung abschließen"],
])("language %s with %s: %s", async (language, query, heading) => {
  const body = requestWith({ "application_context.language": language })
  const { payment_links } = await sandbox.create(body)
  expect((await page(`${payment_links?.general ?? ""}${query}`)).text).toContain(heading)
})

it("paying leads to a page with the way back to the shop", async () => {
  const { id, payment_links } = await sandbox.create()
  const { status, location } = await page(payment_links?.general, {
    action: "pay",
    method: "creditcard",
  })
  expect(status).toBe(303)
  expect((await sandbox.read(id)).status).toBe("ok")
  const done = await page(location)
  expect(done.text).toContain("erfolgreich")
  expect(done.text).toMatch(
    /href="https:\/\/shop\.example\.com\/return\/success"\s+data-leave-after/,
  )
})

it.each(["prepaid", "invoice"])(
  "%s shows the transfer details and does not leave by itself",
  async (method) => {
    const { id, payment_links } = await sandbox.create()
    const { location } = await page(payment_links?.[method], { action: "pay", method })
    const { text } = await page(location)
    const { trans_id } = await sandbox.read(id)
    expect(text).toContain(`TA ${String(trans_id)}`)
    expect(text).toMatch(/DE\d\d( \d{4}){4} \d\d</)
    expect(text).not.toContain("data-leave-after")
  },
)

it("after a decline the shopper may try again with another method", async () => {
  const { id, payment_links } = await sandbox.create()
  const link = payment_links?.general
  const { location } = await page(link, { action: "decline", method: "creditcard" })
  expect((await page(location)).text).toContain("abgelehnt")
  expect(await sandbox.read(id)).toMatchObject({ status: "created" })
  await page(link, { action: "pay", method: "paypal" })
  const { status, payment_method, transactions } = await sandbox.read(id)
  expect({ status, payment_method }).toEqual({ status: "ok", payment_method: "paypal" })
  expect(transactions).toHaveLength(2)
})

it("leaving after a decline is a failure", async () => {
  const { id, payment_links } = await sandbox.create()
  await page(payment_links?.general, { action: "decline", method: "creditcard" })
  const { location } = await page(payment_links?.general, { action: "leave" })
  expect(location).toBe("https://shop.example.com/return/error")
  expect((await sandbox.read(id)).status).toBe("failed")
})

it.each<[string, Record<string, unknown>, string]>([
  ["to the abort URL", {}, "https://shop.example.com/return/abort"],
  [
    "without one to the error URL",
    { "application_context.return_urls.url_abort": undefined },
    "https://shop.example.com/return/error",
  ],
])("leaving before paying goes %s and changes nothing", async (_name, changes, target) => {
  const { id, payment_links } = await sandbox.create(requestWith(changes))
  const { location } = await page(payment_links?.general, { action: "leave" })
  expect(location).toBe(target)
  expect((await sandbox.read(id)).status).toBe("created")
})

it("without any URL nobody is offered to leave", async () => {
  const body = requestWith({ "application_context.return_urls": undefined })
  const { payment_links } = await sandbox.create(body)
  expect((await page(payment_links?.general)).text).not.toContain('value="leave"')
})

it.each([
  ["cancelled", "wurde storniert"],
  ["failed", "ist fehlgeschlagen"],
  ["paid", "bereits abgeschlossen"],
])("the link of a %s transaction is dead", async (state, words) => {
  const { id, payment_links } = await sandbox.create()
  if (state === "cancelled") await sandbox.post(`/Smart/Transactions/${id}/cancel`)
  if (state === "failed") await sandbox.event(id, { type: "expire" })
  if (state === "paid") await sandbox.checkout(id, { method: "creditcard", outcome: "pay" })
  const before = await sandbox.read(id)
  expect((await page(payment_links?.general)).text).toContain(words)
  await page(payment_links?.general, { action: "pay", method: "creditcard" })
  expect(await sandbox.read(id)).toEqual(before)
})

it("an unknown transaction has a page of its own", async () => {
  const { status, text } = await page(`${sandbox.url}/pay?stx=STX_X&lang=en`)
  expect(status).toBe(404)
  expect(text).toContain("There is no such payment")
})

it("asks for name and e-mail when the shop has sent none", async () => {
  const { id, payment_links } = await sandbox.create(requestWith({ customer: {} }))
  const link = payment_links?.general
  expect(methodsOn((await page(link)).text)).toEqual([])
  const wrong = await page(link, { action: "contact", forename: "Ada", surname: "", email: "ada" })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="Ada"')
  expect(wrong.text.match(/aria-invalid/g)).toHaveLength(2)
  const contact = { forename: "Ada", surname: "Lovelace", email: "ada@example.org" }
  await page(link, { action: "contact", ...contact })
  expect(methodsOn((await page(link)).text)).toHaveLength(8)
  expect(await sandbox.read(id)).toMatchObject({ customer: { contact } })
})

it("what the shop sends is escaped", async () => {
  const body = requestWith({ "basket.products.0.desc": '<img src=x onerror="alert(1)">' })
  const { payment_links } = await sandbox.create(body)
  const { text } = await page(payment_links?.general)
  expect(text).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;")
  expect(text).not.toContain("<img src=x")
})

it("a transfer can be scanned", async () => {
  const { id } = await sandbox.create()
  expect((await fetch(`${sandbox.url}/qr/epc?stx=${id}`)).status).toBe(404)
  await sandbox.checkout(id, { method: "prepaid", outcome: "pay" })
  const image = await fetch(`${sandbox.url}/qr/epc?stx=${id}`)
  expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"])
  const { width, height, data } = PNG.sync.read(Buffer.from(await image.arrayBuffer()))
  const code = jsqr(new Uint8ClampedArray(data), width, height)
  expect(code?.data).toMatch(/^BCD\n002\n1\nSCT\n/)
  // ISO/IEC 18004: four modules of white around it.
  expect(quietZone(code, width)).toBe(4)
})

it("the control page lists transactions with what can happen to them", async () => {
  const { id } = await sandbox.create()
  await sandbox.checkout(id, { method: "prepaid", outcome: "pay" })
  const { text } = await page(`${sandbox.url}/`)
  expect(text).toContain(id)
  expect(text).toContain("Money has arrived")
  expect(text).toContain("Send again")
})

/** Modules of white at a side of a code in the middle of a picture. */
function quietZone(code: ReturnType<typeof jsqr>, width: number): number | undefined {
  if (!code) return undefined
  const { topLeftCorner, topRightCorner } = code.location
  const dark = topRightCorner.x - topLeftCorner.x
  return Math.round(((width - dark) / 2 / dark) * (17 + 4 * code.version))
}
