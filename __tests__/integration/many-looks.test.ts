import { z } from "zod"

import { captured, readBooks } from "../support/books"
import { ALONE } from "../support/http"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { sessionsOfCollection } from "../support/several-tabs"
import {
  askForSession,
  comeBack,
  completeCart,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  type StartedPayment,
} from "../support/shopper"
import { until } from "../support/until"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const request = z.looseObject({
  application_context: z.looseObject({
    return_urls: z.looseObject({ url_push: z.string(), url_abort: z.string() }),
  }),
})

async function addressesOf({ stx }: StartedPayment) {
  return request.parse((await shop.sandbox.read(stx)).request).application_context.return_urls
}

async function push(payment: StartedPayment) {
  const { url_push } = await addressesOf(payment)
  const { status, headers } = await fetch(url_push, { method: "POST", headers: ALONE })
  return { status, wait: headers.get("retry-after") }
}

/** The shopper's way back, claiming that nothing was paid. */
async function goBack(payment: StartedPayment) {
  const { url_abort } = await addressesOf(payment)
  await fetch(url_abort, { redirect: "manual", headers: ALONE })
}

const poll = ({ sessionId }: StartedPayment) =>
  shop.store.call(`/store/secuconnect/payment-sessions/${sessionId}`)

const callsFor = async ({ stx }: StartedPayment) =>
  (await shop.sandbox.requests()).filter(({ path }) => path.includes(stx)).length

/** Asks again and again; gives what was called at secuconnect meanwhile, and how many times 5 s it took. */
async function askOften(payment: StartedPayment, times: number, ask: () => Promise<unknown>) {
  await shop.sandbox.forgetRequests()
  const begin = Date.now()
  for (let nth = 0; nth < times; nth += 1) await ask()
  return { calls: await callsFor(payment), fives: Math.ceil((Date.now() - begin) / 5_000) }
}

/** The last check was a minute ago: a waiting page has it read once more. */
const setOld = ({ stx }: StartedPayment) =>
  shop.db.run(`UPDATE secuconnect_checkout SET checked_at = NULL,
    created_at = now() - interval '1 minute' WHERE stx_id = '${stx}'`)

interface Asking {
  times: number
  who: string
  atOnce: number
  ask: (payment: StartedPayment) => Promise<unknown>
}

const ASKING: Asking[] = [
  { times: 60, who: "a waiting page", atOnce: 1, ask: poll },
  {
    times: 16,
    who: "a storefront that completes the cart",
    atOnce: 8,
    ask: ({ cartId }) => completeCart(shop, cartId),
  },
  { times: 60, who: "webhooks", atOnce: 12, ask: push },
  { times: 60, who: "a shopper who comes back", atOnce: 16, ask: goBack },
]

describe("whoever asks again and again, secuconnect is asked a few times, then once in five seconds", () => {
  it.each(ASKING)("$times times: $who", async ({ times, atOnce, ask }) => {
    const payment = await goToCheckout(shop)
    await setOld(payment)
    const { calls, fives } = await askOften(payment, times, () => ask(payment))
    expect(calls).toBeGreaterThan(0)
    // One reading brings news: that the page is open. What was put off is read in its turn, also where
    // nobody asks just then.
    expect(calls).toBeLessThanOrEqual(1 + atOnce + 2 * fives)
  })

  it.each(ASKING)("$times times: $who, all is paid and ordered", async ({ times, atOnce, ask }) => {
    const payment = await goToCheckout(shop)
    await comeBack(await payAt(shop, payment))
    const { calls, fives } = await askOften(payment, times, () => ask(payment))
    expect(calls).toBeLessThanOrEqual(atOnce + 2 * fives)
  })

  it("what fails counts as well: a waiting page costs no more calls while secuconnect is away", async () => {
    const payment = await goToCheckout(shop)
    await setOld(payment)
    await shop.sandbox.disturb({ path: "/Smart/", fault: "status", status: 500 })
    const { calls, fives } = await askOften(payment, 30, () => poll(payment))
    // The client repeats a reading three times.
    expect(calls).toBeGreaterThan(0)
    expect(calls).toBeLessThanOrEqual(4 * fives)
  })
})

describe("after more pushes than are read", () => {
  const pushedOften = async () => {
    const payment = await goToCheckout(shop)
    expect(await push(payment)).toEqual({ status: 200, wait: null })
    const refused = await until(
      "a push that is put off",
      async () => {
        const answer = await push(payment)
        return answer.status === 200 ? undefined : answer
      },
      300_000,
    )
    expect(refused).toEqual({ status: 503, wait: "60" })
    return payment
  }

  it("the one that tells of the payment is put off, not lost: the order comes by itself", async () => {
    const payment = await pushedOften()
    // Its next turn is far off, however long the payment takes.
    await shop.db.run(`UPDATE secuconnect_turn SET until = now() + interval '75 seconds'
      WHERE id = 'read:${payment.session.data.checkout_id}'`)
    await payAt(shop, payment)
    expect((await push(payment)).status).toBe(503)
    await until(
      "the order and its capture",
      async () =>
        (await readBooks(shop, payment.cartId)).transactions.length > 0 ? true : undefined,
      300_000,
    )
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(31.9))
  })

  it("the shopper who comes back has the order at once", async () => {
    const payment = await pushedOften()
    expect(await comeBack(await payAt(shop, payment))).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(31.9))
  })
})

const stx = z.object({ stx: z.string() })

describe("forty starts of one cart at once", () => {
  it("are made one after the other, as many as anybody needs; one page is left that can be paid", async () => {
    const cartId = await fillCart(shop)
    const collectionId = await openCollection(shop, cartId)
    const data = { locale: "de" }
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => askForSession(shop, collectionId, { data })),
    )
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeLessThan(40)
    expect(refused.length).toBeGreaterThanOrEqual(5)
    for (const { status, headers, body, text } of refused) {
      expect(status).toBe(429)
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0)
      expect(body).toMatchObject({ code: "secuconnect_too_many_starts" })
      expect(text).toContain("Bitte warten Sie einen Moment")
    }
    const sql =
      "SELECT stx_id AS stx FROM secuconnect_checkout WHERE cart_id = $1 AND stx_id IS NOT NULL"
    await until("one page that can be paid", async () => {
      const started = await shop.db.rows(stx, sql, [cartId])
      const all = await Promise.all(started.map((one) => shop.sandbox.read(one.stx)))
      return all.filter(({ status }) => status === "created").length === 1 ? true : undefined
    })
    expect(await sessionsOfCollection(shop, collectionId)).toHaveLength(1)
  })

  it("count only if a payment was tried: forty refused ones take no turn", async () => {
    const collectionId = await openCollection(shop, await fillCart(shop))
    const data = { return_url: "https://elsewhere.example/" }
    for (let nth = 0; nth < 40; nth += 1) {
      expect((await askForSession(shop, collectionId, { data })).status).toBe(400)
    }
    expect((await askForSession(shop, collectionId)).status).toBe(200)
  })

  it("hold up no other cart, and no other provider's sessions of this one", async () => {
    const collectionId = await openCollection(shop, await fillCart(shop))
    const many = Array.from({ length: 40 }, () => askForSession(shop, collectionId))
    await goToCheckout(shop)
    await Promise.all(many)
    // A turn comes free every 15 seconds: on a busy machine a few more may be had by now.
    await until("a start that is refused", async () => {
      const { status } = await askForSession(shop, collectionId)
      return status === 429 ? true : undefined
    })
    const manual = { provider: "pp_system_default" }
    expect((await askForSession(shop, collectionId, manual)).status).not.toBe(429)
  })
})
