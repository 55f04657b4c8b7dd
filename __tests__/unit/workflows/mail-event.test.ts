import { asValue } from "@medusajs/framework/awilix"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  Modules,
} from "@medusajs/framework/utils"
import { z } from "zod"

import { MAIL_KINDS } from "../../../src/mapping/words/mails"
import { SECUCONNECT_MODULE } from "../../../src/modules/secuconnect"
import type { MailEnd } from "../../../src/workflows/events"
import { mailEvent } from "../../../src/workflows/events/mail-event"

const EMAIL = "max@example.org"
const NO_PROVIDER = "Could not find a notification provider for channel: email for noti_1"
const TIMEOUT = "Failed to send notification with id noti_1:\ntimeout of 10000ms exceeded"
const FAILED = { idempotency_key: "scevt_1", status: "failure" }

interface Given {
  /** Which mails are sent; all of them in the plugin's own words unless given. */
  mails?: Record<string, boolean | string>
  /** Of the event, without `secuconnect.`. */
  name?: string
  email?: string | null
  custom_display_id?: string
  /** Mails of this order so far. */
  sent?: { idempotency_key: string; status: string }[]
  /** Another server is sending it under the same key at this moment. */
  isBeingSent?: boolean
  /** What Medusa's Notification module throws. */
  error?: Error
  data?: object
  /** The payment as the ledger has it by now. */
  checkout?: object
  /** Where the order can be paid another way. */
  url?: string
  /** What the order leaves to pay by now, and whether it was canceled. */
  outstanding?: number
  status?: string
}

const ownWords = z.tuple([z.object({ content: z.object({ text: z.string(), html: z.string() }) })])

const all = (wish: boolean | string) => Object.fromEntries(MAIL_KINDS.map((kind) => [kind, wish]))

/** Sends the event to a shop; gives the mails that it made, and what it wrote into its log. */
async function mail(given: Given) {
  const { failure, ...done } = await tryToMail(given)
  if (failure !== null) throw failure
  return done
}

async function tryToMail(given: Given) {
  const { mails = all("template"), name = "payment_waiting", email = EMAIL, error } = given
  const { outstanding = 31.9, status = "pending", custom_display_id } = given
  const sent: unknown[] = []
  const log: string[] = []
  const container = createMedusaContainer()
  const order = {
    ...{ id: "order_1", display_id: 17, email, locale: "de-AT", currency_code: "eur", status },
    ...{ summary: { pending_difference: outstanding }, transactions: [], payment_collections: [] },
    custom_display_id,
  }
  const settings = {
    ...{ mails: { ...all(false), ...mails }, mailFooter: "HRB 12345" },
    ...{ shopName: "Papier & Tinte", shop: { shop_domain: "example.com" } },
  }
  container.register({
    [SECUCONNECT_MODULE]: asValue({
      getSettings: () => Promise.resolve(settings),
      retrieveCheckout: () => Promise.resolve({ ...WAITING, ...given.checkout }),
      listLost: () => Promise.resolve([]),
    }),
    [ContainerRegistrationKeys.QUERY]: asValue({ graph: () => Promise.resolve({ data: [order] }) }),
    [ContainerRegistrationKeys.LOGGER]: asValue({ warn: (words: string) => log.push(words) }),
    [Modules.NOTIFICATION]: asValue({
      listNotifications: () => Promise.resolve(given.sent ?? []),
      createNotifications: (made: object[]) => {
        if (error) return Promise.reject(error)
        sent.push(...made)
        return Promise.resolve(given.isBeingSent ? [] : made)
      },
    }),
  })
  const asked: string[] = []
  const concluded: MailEnd[] = []
  const linkFor = (order_id: string) => {
    asked.push(order_id)
    const conclude = (end: MailEnd) => Promise.resolve(void concluded.push(end))
    return Promise.resolve(given.url === undefined ? null : { url: given.url, conclude })
  }
  const event = { name: `secuconnect.${name}`, data: { ...EVENT, ...given.data } }
  const failure = await mailEvent(container, event, linkFor).then(() => null, toError)
  return { sent, log, asked, concluded, failure }
}

const toError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

const WAITING = {
  ...{ id: "row_1", order_id: "order_1", payment_session_id: "payses_1", attention: null },
  ...{ status: "waiting", method: "prepaid", currency_code: "eur", currency_exponent: 2 },
  ...{ amount: 3190, effective_amount: null, payments: null, is_demo: false, language: "de" },
  instructions: {
    ...{ owner: "secupay AG", iban: "DE81850400611005523759", bic: null, bank_name: null },
    purpose: "TA 1234",
  },
}

const EVENT = { event_id: "scevt_1", checkout_id: "row_1" }

const ORDER = { order_id: "order_1", order_display_id: 17, order_number: "17" }
const COMMON = {
  ...ORDER,
  ...{ shop_name: "Papier & Tinte", is_demo: false, language: "de", locale: "de-AT" },
}
const TRANSFER = {
  ...{ owner: "secupay AG", iban: "DE81 8504 0061 1005 5237 59", bic: null, bank_name: null },
  ...{ purpose: "TA 1234", amount: 31.9, currency_code: "eur" },
}
const MONEY = { amount: 31.9, currency_code: "eur" }
const INVOICE = { method: "invoice", status: "accepted", effective_amount: 3190 }

it.each<[string, Given, object]>([
  [
    "payment_waiting",
    {},
    { mail: "prepayment", is_reminder: false, transfer_details: TRANSFER, rest: 0 },
  ],
  [
    "payment_reminder",
    {},
    { mail: "reminder", is_reminder: true, transfer_details: TRANSFER, rest: 0 },
  ],
  [
    "invoice_payable",
    { checkout: INVOICE, outstanding: 0 },
    { mail: "invoice", transfer_details: TRANSFER },
  ],
  [
    "payment_failed",
    { checkout: { status: "failed" } },
    { mail: "payment_failed", ...MONEY, reason: "failed", url: null, is_order_canceled: false },
  ],
  [
    "payment_expired",
    { checkout: { status: "cancelled" }, status: "canceled" },
    { mail: "payment_failed", ...MONEY, reason: "expired", url: null, is_order_canceled: true },
  ],
  [
    "refund_made",
    { checkout: { status: "accepted", effective_amount: 2690 }, data: { refunded_amount: 5 } },
    {
      ...{ mail: "refund", amount: 5, currency_code: "eur" },
      ...{ is_open_invoice: false, transfer_details: null },
    },
  ],
  [
    "refund_made",
    { checkout: { ...INVOICE, effective_amount: 2690 }, data: { refunded_amount: 5 } },
    {
      ...{ mail: "refund", amount: 5, currency_code: "eur" },
      ...{ is_open_invoice: true, transfer_details: { ...TRANSFER, amount: 26.9 } },
    },
  ],
])("hands the data of %s to the shop's own template", async (name, given, data) => {
  const { sent } = await mail({ ...given, name })
  expect(sent).toEqual([
    {
      ...{ to: EMAIL, channel: "email", template: "template", idempotency_key: "scevt_1" },
      ...{ trigger_type: `secuconnect.${name}`, resource_type: "order", resource_id: "order_1" },
      data: { ...COMMON, ...data },
    },
  ])
})

it("writes itself where no template is named: subject, text, HTML, and the QR code as a file", async () => {
  const { sent } = await mail({ mails: all(true), custom_display_id: "PT-2026-17" })
  expect(sent).toMatchObject([
    {
      ...{ to: EMAIL, channel: "email", idempotency_key: "scevt_1" },
      ...{ trigger_type: "secuconnect.payment_waiting" },
      ...{ resource_type: "order", resource_id: "order_1" },
      content: {
        subject: "Ihre Bestellung PT-2026-17 bei Papier & Tinte: Bitte überweisen Sie 31,90\u00A0€",
      },
      attachments: [{ filename: "girocode.png", disposition: "inline" }],
      data: { mail: "prepayment", order_number: "PT-2026-17" },
    },
  ])
  const [{ content }] = ownWords.parse(sent)
  expect(content.text).toContain("HRB 12345")
  expect(content.html).toContain("cid:secuconnect-girocode")
  expect(Object.keys(sent[0] ?? {})).not.toContain("template")
})

it.each<[string, Given]>([
  ["nothing is switched on", { mails: {} }],
  ["another mail is switched on", { mails: { reminder: true, invoice: true } }],
  ["the order has no address", { email: null }],
  ["it is no event for customers", { name: "payment_disputed" }],
  ["it was mailed already", { sent: [{ ...FAILED, status: "success" }] }],
  ["it is being mailed", { sent: [{ ...FAILED, status: "pending" }] }],
  [
    "it has failed three times",
    {
      sent: [FAILED, ...[2, 3].map((n) => ({ ...FAILED, idempotency_key: `scevt_1:${n}` }))],
    },
  ],
])("mails nothing when %s", async (_what, given) => {
  expect(await mail(given)).toMatchObject({ sent: [], log: [] })
})

it("mails again, under a new key, what has failed; other mails of the order do not count", async () => {
  const { sent } = await mail({ sent: [FAILED, { idempotency_key: "mine", status: "success" }] })
  expect(sent).toMatchObject([{ idempotency_key: "scevt_1:2" }])
})

it("says once that there is no mail provider, and goes on", async () => {
  const error = new Error(NO_PROVIDER)
  const { log } = await mail({ error })
  expect(log).toEqual([expect.stringMatching(/order 17 .* no notification provider/)])
})

it("fails when the provider does, without the words that may hold the address", async () => {
  const error = new Error(`Failed to send notification with id noti_1:\nno such user ${EMAIL}`)
  const failure = await mail({ error }).catch(String)
  expect(failure).toMatch(/order 17 .* the notification provider failed/)
  expect(failure).not.toContain(EMAIL)
})

describe("a mail that goes out later than its event", () => {
  const reduced = [{ status: "authorized", amount: 2000, is_refund: false }]

  it.each<[string, Given, number]>([
    ["nothing has changed", {}, 31.9],
    ["it was reduced at secuconnect", { checkout: { payments: reduced } }, 20],
    ["the order costs more", { outstanding: 49.85 }, 31.9],
  ])("names what is to be transferred now: %s", async (_what, given, amount) => {
    const { sent } = await mail(given)
    expect(sent).toMatchObject([{ data: { transfer_details: { amount, purpose: "TA 1234" } } }])
  })

  const failed = { name: "payment_failed", checkout: { status: "failed" } }
  const expired = { name: "payment_expired", checkout: { status: "cancelled" } }

  it.each<[string, Given]>([
    ["the order costs less", { outstanding: 15.95 }],
    ["the order was paid another way", { outstanding: 0 }],
    ["the order was canceled", { status: "canceled" }],
    ["the transfer has come", { checkout: { status: "accepted", effective_amount: 3190 } }],
    ["the transfer was canceled", { checkout: { status: "cancelled" } }],
    ["secupay has named no account", { checkout: { instructions: null } }],
    [
      "the invoice was refunded",
      { name: "invoice_payable", checkout: { ...INVOICE, effective_amount: 0 } },
    ],
    [
      "the invoice is paid",
      {
        name: "invoice_payable",
        checkout: { ...INVOICE, payments: [{ status: "paid", is_refund: false, amount: 3190 }] },
      },
    ],
    ["a failed payment's order is paid another way", { ...failed, outstanding: 0 }],
    ["a failed payment's order was canceled", { ...failed, status: "canceled" }],
    ["a failed payment has come after all", { ...failed, checkout: { status: "accepted" } }],
    ["an expired transfer has come after all", { ...expired, checkout: { status: "accepted" } }],
    ["an expired transfer's order is paid another way", { ...expired, outstanding: 0 }],
  ])("is not sent when %s", async (_what, given) => {
    expect(await mail(given)).toMatchObject({ sent: [], log: [] })
  })
})

describe("the way on in the mail about a failed payment", () => {
  const url = "https://shop.example/hooks/secuconnect/pay/abc"
  const failed: Given = { name: "payment_failed", checkout: { status: "failed" }, url }

  it("is the address under which the order can be paid another way", async () => {
    const { sent, asked } = await mail(failed)
    expect(sent).toMatchObject([{ data: { mail: "payment_failed", url } }])
    expect(asked).toEqual(["order_1"])
  })

  it.each<[string, Given]>([
    ["the mail was sent before", { sent: [{ idempotency_key: "scevt_1", status: "success" }] }],
    ["the mail is off", { mails: all(false) }],
    ["another mail is on", { mails: { ...all(false), refund: true } }],
    ["the order was paid another way", { outstanding: 0 }],
    [
      "the order was canceled because of it",
      { name: "payment_expired", checkout: { status: "cancelled" }, status: "canceled" },
    ],
  ])("is not made where %s: it would end the earlier one", async (_why, given) => {
    expect((await mail({ ...failed, ...given })).asked).toEqual([])
  })

  it.each<[string, Given, MailEnd]>([
    ["the mail was sent", {}, "sent"],
    ["another server is sending it at this moment", { isBeingSent: true }, "not_sent"],
    ["no provider sends e-mails", { error: new Error(NO_PROVIDER) }, "not_sent"],
    ["the mail could not be written", { mails: all(true), url: "none" }, "not_sent"],
    ["the provider failed, which may have sent it", { error: new Error(TIMEOUT) }, "unknown"],
    ["Medusa could not write down that it was sent", { error: new Error("deadlock") }, "unknown"],
  ])("is told once that %s", async (_what, given, end) => {
    expect((await tryToMail({ ...failed, ...given })).concluded).toEqual([end])
  })
})
