import { z } from "zod"

import { editOrder } from "../support/carts/after-the-order"
import { ask } from "../support/http"
import { rowOf } from "../support/ledger"
import { startMailSink, type MailSink } from "../support/mail-sink"
import { storeThatMails } from "../support/mail-store"
import { buy, type Paid } from "../support/money"
import { orderFirst, storeSettings } from "../support/order-first"
import { finish, linksPath, makeLink, open, send, start, titleOf } from "../support/payment-links"
import { pushed } from "../support/pushed"
import { startShop, type Shop } from "../support/shop"
import { CASE, payAt, variantIds } from "../support/shopper"
import { until } from "../support/until"

/** A link of which nobody knows whether its mail has arrived. */
const UNSURE = { state: "valid", is_sent: false }
const PAYABLE = /^Pay for your order|^We are waiting/
const PAID = "Thank you, there is nothing left to pay"
const ENDED = "This payment link is no longer valid"

/** The events of a payment go out anew, as after a crash. */
const SEND_AGAIN = "UPDATE secuconnect_checkout_event SET sent_at = NULL WHERE checkout_id = $1"

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
      mails: { payment_link: true, payment_failed: true },
      linkAfterReturnedDebit: true,
      linkAfterOrderChange: true,
    },
  })
})
afterAll(async () => {
  await shop.stop()
  await sink.close()
})

/** Each test has a customer, and so a mailbox, of its own. */
function newEmail(): string {
  shoppers += 1
  return `payer-${String(shoppers)}@example.org`
}

async function buyAs(method: "prepaid" | "creditcard" | "debit") {
  const email = newEmail()
  const order = await buy(shop, { method, email })
  await pushed(shop, order)
  return { ...order, email }
}
type Bought = Awaited<ReturnType<typeof buyAs>>

/** The address in the customer's mail of that number. */
const mailedUrl = (email: string, count = 1) =>
  until(`mail ${String(count)} for ${email}`, () => {
    const mail = sink.mailsTo(email)[count - 1]
    return mail && /http\S+\/hooks\/secuconnect\/pay\/\S+/.exec(mail.text ?? "")?.[0]
  })

const refusals = z.object({ count: z.coerce.number() })

const wasRefused = ({ orderId }: Paid) =>
  until("the refusal to be noted", async () => {
    const sql = `SELECT count(*) FROM notification WHERE resource_id = $1 AND status = 'failure'`
    const [found] = await shop.db.rows(refusals, sql, [orderId])
    return found && found.count > 0 ? true : undefined
  })

const listReply = z.object({
  payment_links: z.array(z.object({ state: z.string(), mailed_at: z.string().nullable() })),
})

/** What the order's card says of its links, the newest first. */
async function cardOf({ orderId }: Paid) {
  const { payment_links } = await shop.admin.ok(listReply, linksPath(orderId))
  return payment_links.map(({ state, mailed_at }) => ({ state, is_sent: mailed_at !== null }))
}

const seeCard = (order: Paid, links: Awaited<ReturnType<typeof cardOf>>) =>
  until(`the card to say ${JSON.stringify(links)}`, async () => {
    const found = await cardOf(order)
    return JSON.stringify(found) === JSON.stringify(links) ? found : undefined
  })

async function happen(order: Bought, event: "expire" | "chargeback"): Promise<void> {
  await shop.sandbox.happen(order.stx, event)
  await pushed(shop, order)
}

async function addCase({ orderId }: Pick<Paid, "orderId">): Promise<void> {
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  await editOrder({ shop, orderId, variant_id })
}

/** An order whose edit was mailed: the link, and that it was. */
async function edited(method: "creditcard" | "debit"): Promise<Earlier> {
  const order = await buyAs(method)
  await addCase(order)
  const url = await mailedUrl(order.email)
  await seeCard(order, [{ state: "valid", is_sent: true }])
  return { order, url, is_sent: true }
}

/** An order that waits for its transfer, with a link that the merchant has copied. */
async function waiting(): Promise<Earlier> {
  const order = await buyAs("prepaid")
  return { order, url: await makeLink(shop, order.orderId), is_sent: false }
}

interface Earlier {
  order: Bought
  /** A link that the customer has got. */
  url: string
  /** The plugin has mailed it. */
  is_sent: boolean
}

interface Occasion {
  what: string
  earlier: () => Promise<Earlier>
  mails: (order: Bought) => Promise<unknown>
}

const outcomeReply = z.object({ outcome: z.string() })
const sendLink = ({ orderId }: Paid) =>
  shop.admin.ok(outcomeReply, `${linksPath(orderId)}/mail`, { body: {} })

const OCCASIONS: Occasion[] = [
  { what: "the merchant sends a link", earlier: waiting, mails: sendLink },
  { what: "an edit", earlier: () => edited("creditcard"), mails: addCase },
  {
    what: "a returned debit",
    earlier: () => edited("debit"),
    mails: (order) => happen(order, "chargeback"),
  },
  {
    what: "a payment that has failed",
    earlier: waiting,
    mails: (order) => happen(order, "expire"),
  },
]

describe("an earlier link", () => {
  it.each(OCCASIONS)("goes on where the mail is not sent: $what", async ({ earlier, mails }) => {
    const { order, url, is_sent } = await earlier()
    const before = sink.mailsTo(order.email).length
    sink.refuseNext("550 no such user here")
    await mails(order)
    await wasRefused(order)
    await seeCard(order, [UNSURE, { state: "valid", is_sent }])
    expect(titleOf(await open(url))).toMatch(PAYABLE)
    expect(sink.mailsTo(order.email)).toHaveLength(before)
    expect(titleOf(await finish(shop, await start(url)))).toBe(PAID)
    expect(await cardOf(order)).toEqual([
      { state: "paid", is_sent: false },
      { state: "paid", is_sent },
    ])
  })

  it.each(OCCASIONS)(
    "goes on beside the newer one where the mail provider fails after it has sent that: $what",
    async ({ earlier, mails }) => {
      const { order, url, is_sent } = await earlier()
      const before = sink.mailsTo(order.email).length
      sink.loseNextAnswer("451 timeout")
      await mails(order)
      await wasRefused(order)
      await seeCard(order, [UNSURE, { state: "valid", is_sent }])
      const newer = await mailedUrl(order.email, before + 1)
      for (const page of [url, newer]) expect(titleOf(await open(page))).toMatch(PAYABLE)
      expect(titleOf(await finish(shop, await start(newer)))).toBe(PAID)
    },
  )

  it("ends with the repetition of a mail that was refused, and so does that of the first try", async () => {
    const { order, url } = await waiting()
    sink.refuseNext("550 no such user here")
    await happen(order, "expire")
    await wasRefused(order)
    await seeCard(order, [UNSURE, { state: "valid", is_sent: false }])
    const { id } = await rowOf(shop, order)
    await shop.db.rows(z.unknown(), SEND_AGAIN, [id])
    await pushed(shop, order)
    const newer = await mailedUrl(order.email)
    await seeCard(order, [
      { state: "valid", is_sent: true },
      { state: "replaced", is_sent: false },
      { state: "replaced", is_sent: false },
    ])
    expect(titleOf(await open(url))).toBe(ENDED)
    expect(titleOf(await finish(shop, await start(newer)))).toBe(PAID)
  })

  it.each(OCCASIONS)("ends once the newer one was mailed: $what", async ({ earlier, mails }) => {
    const { order, url, is_sent } = await earlier()
    const before = sink.mailsTo(order.email).length
    await mails(order)
    const newer = await mailedUrl(order.email, before + 1)
    await seeCard(order, [
      { state: "valid", is_sent: true },
      { state: "replaced", is_sent },
    ])
    for (const page of [await open(url), await send(url, { method: "general" })]) {
      expect(titleOf(page)).toBe(ENDED)
      expect(page.text).not.toMatch(/€|<form/)
    }
    expect(titleOf(await finish(shop, await start(newer)))).toBe(PAID)
  })
})

/** How a customer came to the page, and what replaces their link while they pay. */
interface Way {
  what: string
  come: () => Promise<Came>
}

interface Came {
  url: string
  orderId: string
  replaced: () => Promise<unknown>
}

/** An order that was placed before it is paid, and the address that its customer was mailed. */
async function first() {
  const email = newEmail()
  await storeSettings(shop, { orderFirst: true })
  const order = await orderFirst(shop, { email })
  await storeSettings(shop, { orderFirst: null })
  return { ...order, email, mailed: await mailedUrl(email) }
}

const madeReply = z.object({ payment_link: z.object({ url: z.string() }) })

/** The customer presses "Pay now" on the storefront's page of the order; its address. */
async function payNow(orderId: string): Promise<string> {
  const path = `/store/secuconnect/orders/${orderId}/payment-links`
  return (await shop.store.ok(madeReply, path, { body: {} })).payment_link.url
}

const WAYS: Way[] = [
  {
    what: "by the mailed link",
    come: async () => {
      const { orderId, email, mailed } = await first()
      return { url: mailed, orderId, replaced: () => mailedUrl(email, 2) }
    },
  },
  {
    what: "by a link that the merchant made",
    come: async () => {
      const { orderId, email } = await first()
      return { url: await makeLink(shop, orderId), orderId, replaced: () => mailedUrl(email, 2) }
    },
  },
  {
    what: "by the storefront's link, eleven minutes ago, and by a second one since",
    come: async () => {
      const { orderId, url } = await first()
      const earlier = "created_at = created_at - interval '11 minutes'"
      const sql = `UPDATE secuconnect_payment_link SET ${earlier} WHERE order_id = $1`
      await shop.db.rows(z.unknown(), sql, [orderId])
      return { url, orderId, replaced: () => payNow(orderId) }
    },
  },
]

const replacedReply = z.object({ count: z.coerce.number() })

const isReplaced = (orderId: string) =>
  until("the link to be replaced", async () => {
    const sql = `SELECT count(*) FROM secuconnect_payment_link
      WHERE order_id = $1 AND ended_reason = 'replaced'`
    const [found] = await shop.db.rows(replacedReply, sql, [orderId])
    return found && found.count > 0 ? true : undefined
  })

describe("a customer whose link was replaced while they paid, with the mail about failed payments on", () => {
  it.each(WAYS)("reads that the card was declined, and pays: $what", async ({ come }) => {
    const { url, orderId, replaced } = await come()
    const back = await ask(await payAt(shop, await start(url), { outcome: "decline" }))
    const page = back.headers.get("location") ?? ""
    await replaced()
    await isReplaced(orderId)
    const found = await open(page)
    expect(titleOf(found)).toBe("The payment did not work")
    expect(found.text).toContain(`<button name="method"`)
    expect(titleOf(await finish(shop, await start(page)))).toBe(PAID)
    // What was replaced is over when the order is paid, and stays so when it costs more later.
    await addCase({ orderId })
    for (const address of [page, url]) expect(titleOf(await open(address))).toBe(ENDED)
  })

  it("goes back from the payment page, and chooses another method there", async () => {
    const { orderId, url } = await WAYS[2]!.come()
    await start(url)
    await payNow(orderId)
    await isReplaced(orderId)
    expect(titleOf(await open(url))).toBe("Pay for your order")
    expect(titleOf(await finish(shop, await start(url)))).toBe(PAID)
  })

  it.each([
    ["its days are over", "expires_at = now()", ENDED],
    ["the order was paid", "ended_at = now(), ended_reason = 'paid'", ENDED],
  ])("reads that the link has ended where %s", async (_why, change, title) => {
    const { orderId, mailed } = await first()
    const back = await ask(await payAt(shop, await start(mailed), { outcome: "decline" }))
    const sql = `UPDATE secuconnect_payment_link SET ${change} WHERE order_id = $1`
    await shop.db.rows(z.unknown(), sql, [orderId])
    expect(titleOf(await open(back.headers.get("location") ?? ""))).toBe(title)
  })
})
