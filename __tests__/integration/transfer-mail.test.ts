import jsqr from "jsqr"
import { PNG } from "pngjs"
import type { Email } from "postal-mime"
import { z } from "zod"

import { runWorkflow } from "../support/carts/admin"
import { editOrder } from "../support/carts/after-the-order"
import { leaveFullMinute } from "../support/carts/tick"
import { reportsOf, ship, toldOf } from "../support/deliveries"
import { rowOf } from "../support/ledger"
import { startMailSink, type MailSink } from "../support/mail-sink"
import { storeThatMails } from "../support/mail-store"
import { buy, createMerchant, type Paid } from "../support/money"
import { orderFirst, storeSettings } from "../support/order-first"
import { finish, linksPath, makeLink, open, start, titleOf } from "../support/payment-links"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import { startShop, type Shop } from "../support/shop"
import { CASE, variantIds } from "../support/shopper"
import { until } from "../support/until"

const SHOP = "Papier & Tinte"

const SEND_AGAIN = "UPDATE secuconnect_checkout_event SET sent_at = NULL WHERE checkout_id = $1"

const NOTIFICATIONS = `SELECT status, template, idempotency_key FROM notification
  WHERE resource_id = $1 AND channel = 'email' ORDER BY created_at`

const notification = z.object({
  status: z.string(),
  template: z.string().nullable(),
  idempotency_key: z.string(),
})

const outcomeReply = z.object({ outcome: z.string() })

const previewsReply = z.object({
  has_provider: z.boolean(),
  mails: z.array(
    z.object({ kind: z.string(), subject: z.string(), text: z.string(), html: z.string() }),
  ),
})

describe("a shop that has switched mails on, and has a mail server", () => {
  let sink: MailSink
  let shop: Shop
  let shoppers = 0

  beforeAll(async () => {
    sink = await startMailSink()
    shop = await startShop({
      clock: "stands",
      sandbox: { pushes: false },
      cwd: storeThatMails(sink),
      options: {
        mails: {
          prepayment: true,
          invoice: true,
          reminder: "d-4711",
          refund: true,
          payment_link: true,
          payment_failed: true,
        },
        linkAfterReturnedDebit: true,
        linkAfterOrderChange: true,
        paymentLinkReminderDays: [2, 5],
        mailFooter: "Papier & Tinte GmbH\nHRB 12345",
      },
    })
  })
  afterAll(async () => {
    await shop.stop()
    await sink.close()
  })

  /** Each test has a customer, and so a mailbox, of its own. */
  async function buyAs(method: "prepaid" | "invoice" | "creditcard" | "debit") {
    shoppers += 1
    const email = `shopper-${String(shoppers)}@example.org`
    const order = await buy(shop, { method, email })
    await pushed(shop, order)
    return { order, email }
  }

  const arrived = (email: string, count: number) =>
    until(`${String(count)} mails for ${email}`, () => {
      const found = sink.mailsTo(email)
      return found.length >= count ? found : undefined
    })

  /** The events of a payment go out anew, as after a crash; what they lead to is over afterwards. */
  async function sendAgain(order: Paid) {
    const seen = () => shop.log().match(/Processing secuconnect\.\w+/g)?.length ?? 0
    const { id } = await rowOf(shop, order)
    const before = seen()
    await shop.db.rows(z.unknown(), SEND_AGAIN, [id])
    await pushed(shop, order)
    await until("the repeated events", () => (seen() > before ? true : undefined))
    // Somebody else's mail, asked for later, has arrived: this one's would have, too.
    const { email } = await buyAs("prepaid")
    await arrived(email, 1)
  }

  const notificationsOf = ({ orderId }: Paid) =>
    shop.db.rows(notification, NOTIFICATIONS, [orderId])

  const isSent = (order: Paid) =>
    until("the mail to be noted as sent", async () => {
      const found = await notificationsOf(order)
      return found.some(({ status }) => status === "success") ? found : undefined
    })

  it("mails how to transfer a prepayment, with a QR code that banking apps read", async () => {
    const { email } = await buyAs("prepaid")
    const [mail] = await arrived(email, 1)
    expect(mail).toMatchObject({ from: { address: "shop@example.com" } })
    const { subject = "", text = "", html = "" } = mail ?? {}
    expect(subject).toContain(SHOP)
    expect(subject).toMatch(/31[.,]90/)
    for (const words of [text, html.replaceAll("&amp;", "&")]) {
      expect(words).toContain("HRB 12345")
      expect(words).toMatch(/\bDE\d\d( \d{4}){4} \d\d\b/)
      expect(words).toMatch(/Test mode|Testmodus/)
    }
    expect(codeIn(mail)).toContain("EUR31.90")
  })

  it("mails the details of an invoice to be passed on", async () => {
    const { email } = await buyAs("invoice")
    const [mail] = await arrived(email, 1)
    expect(mail?.subject).toMatch(/invoice|Rechnung/)
    expect(codeIn(mail)).toContain("EUR31.90")
  })

  it("mails once for an event, however often it is sent", async () => {
    const { order, email } = await buyAs("invoice")
    await arrived(email, 1)
    await isSent(order)
    await sendAgain(order)
    expect(sink.mailsTo(email)).toHaveLength(1)
    expect(await notificationsOf(order)).toMatchObject([{ status: "success", template: null }])
  })

  it("mails each refund with its own amount", async () => {
    const { order, email } = await buyAs("creditcard")
    const merchant = createMerchant(shop)
    expect(await merchant.refund(order, 1.9)).toMatchObject({ status: 200 })
    await arrived(email, 1)
    expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
    const mails = await arrived(email, 2)
    expect(mails.map(({ subject }) => /\d+[.,]\d\d/.exec(subject ?? "")?.[0])).toEqual([
      expect.stringMatching(/^1[.,]90$/),
      expect.stringMatching(/^10[.,]00$/),
    ])
    await sendAgain(order)
    expect(sink.mailsTo(email)).toHaveLength(2)
  })

  it("mails a payment link that the merchant sends, for two clicks once, and says what becomes of it", async () => {
    const { order, email } = await buyAs("prepaid")
    await arrived(email, 1)
    const path = linksPath(order.orderId)
    await makeLink(shop, order.orderId)
    const send = async () =>
      (await shop.admin.ok(outcomeReply, `${path}/mail`, { body: {} })).outcome
    expect((await Promise.all([send(), send()])).sort()).toEqual(["sent", "sent_before"])
    const [, mail, ...others] = await arrived(email, 2)
    expect(others).toEqual([])
    expect(mail?.subject).toMatch(/31[.,]90/)
    const url = /https?:\S+\/pay\/\S+/.exec(mail?.text ?? "")?.[0] ?? ""
    expect(mail?.html).toContain(`href="${url}"`)
    expect((await open(url)).text).toContain("€31.90")
    await passMinute(order)
    sink.refuseNext("550 no such user here")
    expect(await send()).toBe("failed")
    expect(await send()).toBe("sent")
    expect(await arrived(email, 3)).toHaveLength(3)
  })

  /** The mails of an order were sent earlier. */
  async function passMinute({ orderId }: Paid): Promise<void> {
    const earlier = "created_at = created_at - interval '1 minute'"
    await shop.db.rows(z.unknown(), `UPDATE notification SET ${earlier} WHERE resource_id = $1`, [
      orderId,
    ])
  }

  it("mails the link that the shop's own code creates, and creates it all the same when that fails", async () => {
    const { order, email } = await buyAs("prepaid")
    await arrived(email, 1)
    const create = () =>
      runWorkflow(shop, "secuconnect-create-payment-link", { order_id: order.orderId })
    await create()
    expect((await arrived(email, 2))[1]?.text).toMatch(/\/pay\//)
    sink.refuseNext("550 no such user here")
    await create()
    expect(sink.mailsTo(email)).toHaveLength(2)
  })

  async function addCase({ orderId }: Paid): Promise<void> {
    const variant_id = (await variantIds(shop)).get(CASE) ?? ""
    await editOrder({ shop, orderId, variant_id })
  }

  async function happen(order: Paid, event: "expire" | "chargeback"): Promise<void> {
    await shop.sandbox.happen(order.stx, event)
    await pushed(shop, order)
  }

  it.each<ByItself>([
    {
      what: "a transfer that came to nothing",
      ...{ method: "prepaid", mailed: 1, sum: "31.90", says: /did not go through|nicht zustande/ },
      happens: (order) => happen(order, "expire"),
    },
    {
      what: "a returned debit",
      ...{
        method: "debit",
        mailed: 0,
        sum: "31.90",
        says: /returned the direct debit|zurückgegeben/,
      },
      happens: (order) => happen(order, "chargeback"),
    },
    {
      what: "an edit that costs more",
      ...{ method: "creditcard", mailed: 0, sum: "17.95", says: /was changed|wurde geändert/ },
      happens: addCase,
    },
  ])("mails a link by itself after $what, and once", async (wanted) => {
    const { order, email } = await buyAs(wanted.method)
    await arrived(email, wanted.mailed)
    await wanted.happens(order)
    const mail = (await arrived(email, wanted.mailed + 1)).at(-1)
    expect(mail?.text).toMatch(wanted.says)
    const url = /http\S+\/hooks\/secuconnect\/pay\/\S+/.exec(mail?.text ?? "")?.[0] ?? ""
    const page = await open(url)
    expect(titleOf(page)).toBe("Pay for your order")
    expect(page.text).toContain(`€${wanted.sum}`)
    await sendAgain(order)
    expect(sink.mailsTo(email)).toHaveLength(wanted.mailed + 1)
    expect(titleOf(await open(url))).toBe("Pay for your order")
  })

  const remind = () => runWorkflow(shop, "secuconnect-remind-of-payment-links", {})

  /** All that happened with an order's link happened so many days earlier. */
  const age = async (order: Paid, days: number) => {
    const earlier = `- interval '${String(days)} days'`
    const sql = `UPDATE secuconnect_payment_link SET
      mailed_at = mailed_at ${earlier}, reminded_at = reminded_at ${earlier} WHERE order_id = $1`
    await shop.db.rows(z.unknown(), sql, [order.orderId])
    await passMinute(order)
  }

  it("reminds of a link that was mailed, on each day that was set, until it is paid", async () => {
    const { order, email } = await buyAs("creditcard")
    await addCase(order)
    const addresses = async (count: number) =>
      (await arrived(email, count)).map(({ text }) => /http\S+\/pay\/\S+/.exec(text ?? "")?.[0])
    await addresses(1)
    await age(order, 1)
    await remind()
    await age(order, 2)
    await Promise.all([remind(), remind()])
    await remind()
    const [first = "", second = "", ...others] = await addresses(2)
    expect(others).toEqual([])
    expect(second).not.toBe(first)
    expect(sink.mailsTo(email).at(-1)?.subject).toMatch(/^Reminder|^Erinnerung/)
    for (const url of [first, second]) expect(titleOf(await open(url))).toBe("Pay for your order")

    await leaveFullMinute()
    await age(order, 3)
    sink.refuseNext("550 no such user here")
    await remind()
    expect(sink.mailsTo(email)).toHaveLength(2)
    await remind()
    const third = (await addresses(3)).at(-1) ?? ""
    expect(titleOf(await finish(shop, await start(first)))).toBe(
      "Thank you, there is nothing left to pay",
    )
    expect(titleOf(await open(third))).not.toBe("Pay for your order")
  })

  it("reminds nobody of a link that is paid, nor while its customer waits with a transfer", async () => {
    const { order, email } = await buyAs("creditcard")
    await addCase(order)
    const [mail] = await arrived(email, 1)
    const url = /http\S+\/pay\/\S+/.exec(mail?.text ?? "")?.[0] ?? ""
    const transfer = await start(url)
    await finish(shop, transfer, { method: "prepaid" })
    await age(order, 3)
    await remind()
    await shop.sandbox.happen(transfer.stx, "money_arrived")
    await pushed(shop, transfer)
    await age(order, 3)
    await remind()
    const subjects = sink.mailsTo(email).map(({ subject }) => subject ?? "")
    expect(subjects.filter((subject) => /Reminder|Erinnerung/.test(subject))).toEqual([])
  })

  it("mails the way to pay for an order that is placed before its payment", async () => {
    await storeSettings(shop, { orderFirst: true })
    const email = "first@example.org"
    await orderFirst(shop, { email })
    const [mail] = await arrived(email, 1)
    const url = /http\S+\/hooks\/secuconnect\/pay\/\S+/.exec(mail?.text ?? "")?.[0] ?? ""
    const page = await open(url)
    expect(titleOf(page)).toBe("Pay for your order")
    expect(page.text).toContain("Please pay by ")
    await storeSettings(shop, { orderFirst: null })
  })

  it("mails again what the mail server has refused, once, and keeps its words out of the log", async () => {
    sink.refuseNext("550 no such user here, says the sink")
    const { order, email } = await buyAs("prepaid")
    await until("the refusal to be noted", async () => {
      const found = await notificationsOf(order)
      return found.some(({ status }) => status === "failure") ? found : undefined
    })
    expect(sink.mailsTo(email)).toHaveLength(0)
    await sendAgain(order)
    await arrived(email, 1)
    await isSent(order)
    await sendAgain(order)
    expect(sink.mailsTo(email)).toHaveLength(1)
    const keys = (await notificationsOf(order)).map(({ idempotency_key }) => idempotency_key)
    expect(keys).toEqual([keys[0], `${keys[0] ?? ""}:2`])
    expect(shop.log()).toMatch(/a mail to the customer of order \d+ was not sent/)
    expect(shop.log()).not.toContain("says the sink")
  })

  it("mails nothing twice when the server died before it knew that the mail was sent", async () => {
    const { order, email } = await buyAs("prepaid")
    await arrived(email, 1)
    await isSent(order)
    const sql = "UPDATE notification SET status = 'pending' WHERE resource_id = $1"
    await shop.db.rows(z.unknown(), sql, [order.orderId])
    await sendAgain(order)
    expect(sink.mailsTo(email)).toHaveLength(1)
  })

  it("shows each mail to the merchant, and sends a sample to who is logged in", async () => {
    const path = "/admin/secuconnect/mails"
    const reply = await shop.admin.ok(previewsReply, `${path}?language=de`)
    expect(reply.has_provider).toBe(true)
    expect(reply.mails.map(({ kind }) => kind)).toEqual([
      ...["prepayment", "invoice", "reminder", "payment_link", "payment_failed", "refund"],
    ])
    for (const { subject, text, html } of reply.mails) {
      expect(subject).toContain(SHOP)
      expect(text).toContain("HRB 12345")
      expect(html).not.toContain("cid:")
    }
    const to = shop.seeded.admin.email
    const body = { kind: "payment_failed", language: "de" }
    const sent = await shop.admin.ok(z.object({ to: z.string() }), `${path}/samples`, { body })
    expect(sent).toEqual({ to })
    const [mail] = await arrived(to, 1)
    expect(mail?.subject).toContain("Die Zahlung hat nicht geklappt")
    expect(mail?.text).toContain("Testmodus")
  })

  it.each([{ kind: "invoices" }, {}, { kind: "refund", language: 7 }])(
    "refuses a sample of %j",
    async (body) => {
      const { status } = await shop.admin.call("/admin/secuconnect/mails/samples", { body })
      expect(status).toBe(400)
    },
  )
})

interface ByItself {
  what: string
  method: "prepaid" | "creditcard" | "debit"
  /** Mails of the order before that. */
  mailed: number
  happens: (order: Paid) => Promise<void>
  sum: string
  says: RegExp
}

const pictureSchema = z.object({
  contentId: z.string(),
  disposition: z.literal("inline"),
  content: z.instanceof(ArrayBuffer),
})

/** What a banking app reads off the picture that the HTML shows. */
function codeIn(mail: Email | undefined): string[] {
  const file = mail?.attachments.find(({ filename }) => filename === "girocode.png")
  const { contentId, content } = pictureSchema.parse(file)
  expect(mail?.html).toContain(`src="cid:${contentId.replace(/[<>]/g, "")}"`)
  const { data, width, height } = PNG.sync.read(Buffer.from(content))
  return jsqr(new Uint8ClampedArray(data), width, height)?.data.split("\n") ?? []
}

describe("a shop that reports no deliveries", () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await sharedShop({ clock: "stands", options: { reportDelivery: false } })
  })
  afterAll(() => shop.stop())

  it("tells secuconnect of no shipment, not even of an invoice's last", async () => {
    const order = await buy(shop, { method: "invoice" })
    await ship(shop, order, { tracking_number: "A1" })
    await until("the event", () => /Processing shipment\.created/.exec(shop.log()) ?? undefined)
    // The event is answered at once: the next order's ends after this one's.
    await ship(shop, await buy(shop), { tracking_number: "B2" })
    await until("the next event", () => {
      const seen = shop.log().match(/Processing shipment\.created/g)
      return seen && seen.length >= 2 ? seen : undefined
    })
    expect(await reportsOf(shop, order)).toEqual([])
    expect(await toldOf(shop)).toEqual([])
  })
})
