import { z } from "zod"

import { reportsOf, ship, toldOf } from "../support/deliveries"
import { rowOf } from "../support/ledger"
import { buy, type Paid } from "../support/money"
import { startShop, type Shop } from "../support/shop"
import { MAIL } from "../support/shopper"
import { until } from "../support/until"

const TEMPLATE = "transfer-details"

const TRANSFER = {
  owner: "secupay AG",
  iban: "DE11 8505 0300 0221 2299 69",
  bic: "OSDDDE81XXX",
  bank_name: null,
  purpose: "TA 1234",
  amount: 31.9,
  currency_code: "eur",
}

const mailSchema = z.object({
  to: z.string(),
  template: z.string(),
  status: z.string(),
  data: z.looseObject({ is_reminder: z.boolean() }),
})

const MAILS = `SELECT * FROM notification
  WHERE resource_id = $1 AND channel = 'email' ORDER BY created_at`

const INSERT = `INSERT INTO secuconnect_checkout_event
  (id, checkout_id, source, finding, event_name, once, payload)
  VALUES ($1, $2, 'schedule', 'note', $3, $1, $4)`

const SEND_AGAIN = "UPDATE secuconnect_checkout_event SET sent_at = NULL WHERE checkout_id = $1"

const unsent = z.object({ id: z.string() })
const UNSENT = `SELECT id FROM secuconnect_checkout_event
  WHERE checkout_id = $1 AND event_name IS NOT NULL AND sent_at IS NULL`

/** Puts events into the outbox; they go with the next shipment's. */
async function writeDown(shop: Shop, order: Paid, names: string[]): Promise<void> {
  const { id } = await rowOf(shop, order)
  for (const name of names) {
    const payload = { order_id: order.orderId, language: "de", transfer_details: TRANSFER }
    const values = [`scevt_${id}_${name}`, id, name, JSON.stringify(payload)]
    await shop.db.rows(z.unknown(), INSERT, values)
  }
}

async function publishEvents(shop: Shop, order: Paid): Promise<void> {
  const { id } = await rowOf(shop, order)
  await ship(shop, order, { quantity: 1 })
  await until("the outbox to be empty", async () => {
    const left = await shop.db.rows(unsent, UNSENT, [id])
    const reported = await reportsOf(shop, order)
    const isDone = left.length === 0 && reported.every(({ state }) => state === "done")
    return isDone && reported.length > 0 ? true : undefined
  })
}

describe("a shop that names a template", () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await startShop({ clock: "stands", options: { mailTemplate: TEMPLATE } })
  })
  afterAll(() => shop.stop())

  it("mails the transfer details once for each event, however often it is sent", async () => {
    const order = await buy(shop)
    await writeDown(shop, order, ["secuconnect.payment_waiting", "secuconnect.payment_reminder"])
    await publishEvents(shop, order)
    const mails = () => shop.db.rows(mailSchema, MAILS, [order.orderId])
    const sent = await until("two mails", async () => {
      const found = await mails()
      const isSent = found.length === 2 && found.every(({ status }) => status === "success")
      return isSent ? found : undefined
    })
    const data = { order_id: order.orderId, language: "de", transfer_details: TRANSFER }
    const mail = { to: MAIL, template: TEMPLATE }
    expect(sent).toHaveLength(2)
    const reminders = sent.map(({ data: { is_reminder } }) => is_reminder)
    expect(reminders.sort()).toEqual([false, true])
    for (const found of sent) expect(found).toMatchObject({ ...mail, data })
    await shop.db.rows(z.unknown(), SEND_AGAIN, [(await rowOf(shop, order)).id])
    await publishEvents(shop, order)
    await until("the repeated events", () => {
      const seen = shop.log().match(/Processing secuconnect\.payment_reminder/g)
      return seen && seen.length >= 2 ? seen : undefined
    })
    expect(await mails()).toHaveLength(2)
  })
})

describe("a shop that reports no deliveries", () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await startShop({
      clock: "stands",
      options: { reportDelivery: false },
    })
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
