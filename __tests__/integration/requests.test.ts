import { z } from "zod"

import { captured, NO_ORDER, readBooks, waiting } from "../support/books"
import { newSharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  askForSession,
  comeBack,
  completeCart,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  startPayment,
} from "../support/shopper"

let shop: Shop

beforeAll(async () => {
  // A new one: a store that other tests have used has its access token already.
  const options = { timeoutMs: 60_000 }
  shop = await newSharedShop({ clock: "stands", sandbox: { pushes: false }, options })
})

afterAll(() => shop.stop())

const TOKEN = "POST /oauth/token"
const CREATE = "POST /api/v2/Smart/Transactions"
const READ = "GET /api/v2/Smart/Transactions/{id}"
const READ_PAYMENT = "GET /api/v2/Payment/Transactions/{id}"

/** What was asked of secuconnect since `forgetRequests`, ids left out. */
async function calls(): Promise<string[]> {
  const requests = await shop.sandbox.requests()
  return requests.map(({ method, path }) => `${method} ${path.replace(/(STX|PCI)_\w+/, "{id}")}`)
}

const count = (all: string[], wanted: string) => all.filter((call) => call === wanted).length

const COPIES = `
  INSERT INTO payment_collection
    SELECT (jsonb_populate_record(c, jsonb_build_object('id', c.id || '_' || nth))).*
    FROM payment_collection c, generate_series(1, $2::int) nth WHERE c.id = $1
  RETURNING id`

const LINKS = `
  INSERT INTO cart_payment_collection
    SELECT (jsonb_populate_record(l, jsonb_build_object(
      'id', l.id || '_' || nth, 'payment_collection_id', l.payment_collection_id || '_' || nth))).*
    FROM cart_payment_collection l, generate_series(1, $2::int) nth
    WHERE l.payment_collection_id = $1`

/** That many payment collections of one cart: copied, because the store needs a second for each. */
async function openCollections(number: number): Promise<string[]> {
  const original = await openCollection(shop, await fillCart(shop))
  const copies = await shop.db.rows(z.object({ id: z.string() }), COPIES, [original, number])
  await shop.db.rows(z.unknown(), LINKS, [original, number])
  return copies.map(({ id }) => id)
}

const startAll = async (collections: string[]) => {
  const answers = await Promise.all(collections.map((id) => askForSession(shop, id)))
  return answers.map(({ status }) => status)
}

describe("the access token", () => {
  it("is asked for once when 200 payments start at once", async () => {
    const collections = await openCollections(200)
    await shop.sandbox.forgetRequests()
    expect(new Set(await startAll(collections))).toEqual(new Set([200]))
    const made = await calls()
    expect(count(made, TOKEN)).toBe(1)
    expect(count(made, CREATE)).toBe(200)
    expect(made).toHaveLength(201)
  })

  it("is asked for once more when it has expired, however many payments start then", async () => {
    const collections = await openCollections(20)
    await shop.sandbox.expireTokens()
    await shop.sandbox.forgetRequests()
    expect(new Set(await startAll(collections))).toEqual(new Set([200]))
    expect(count(await calls(), TOKEN)).toBe(1)
  })

  it("is renewed in time, before anything is refused", async () => {
    await shop.sandbox.set({ token_lifetime_seconds: 2 })
    await shop.sandbox.expireTokens()
    await goToCheckout(shop)
    await shop.sandbox.set({ token_lifetime_seconds: 1_200 })
    const cartId = await fillCart(shop)
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    await shop.sandbox.forgetRequests()
    await startPayment(shop, cartId)
    expect(await calls()).toEqual([TOKEN, CREATE])
  })

  it.each([
    ["401", { status: 401 }],
    ["403 with code 2003", { status: 403, code: 2003 }],
  ])("is renewed after %s without the shopper noticing", async (_answer, refusal) => {
    const cartId = await fillCart(shop)
    await shop.sandbox.forgetRequests()
    await shop.sandbox.disturb({ path: "/Smart/", fault: "status", times: 1, ...refusal })
    const payment = await startPayment(shop, cartId)
    expect(await calls()).toEqual([CREATE, TOKEN, CREATE])

    const wayBack = await payAt(shop, payment)
    await shop.sandbox.disturb({ path: "/Payment/", fault: "status", times: 1, ...refusal })
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, cartId)).toEqual(captured(31.9))
  })
})

describe.each([{ terse: false }, { terse: true }])("with terse reads: $terse", ({ terse }) => {
  beforeAll(() => shop.sandbox.set({ terse }))

  it("starting a payment costs one request", async () => {
    const cartId = await fillCart(shop)
    await shop.sandbox.forgetRequests()
    await startPayment(shop, cartId)
    expect(await calls()).toEqual([CREATE])
  })

  it.each([
    ["a return", (wayBack: string) => comeBack(wayBack)],
    ["a push", (_wayBack: string, stx: string) => shop.sandbox.push(stx)],
    [
      "a completion by the storefront",
      (_wayBack: string, _stx: string, cartId: string) => completeCart(shop, cartId),
    ],
  ])("%s, with the completion that it causes, reads everything once", async (_what, act) => {
    const { stx, cartId } = await goToCheckout(shop)
    const wayBack = await payAt(shop, { stx })
    await shop.sandbox.forgetRequests()
    await act(wayBack, stx, cartId)
    expect(await calls()).toEqual([READ, READ_PAYMENT])
    expect(await readBooks(shop, cartId)).toEqual(captured(31.9))
  })

  it("an arriving transfer reads everything once", async () => {
    const { stx, cartId } = await goToCheckout(shop)
    await comeBack(await payAt(shop, { stx }, { method: "prepaid" }))
    expect(await readBooks(shop, cartId)).toEqual(waiting(31.9))
    await shop.sandbox.happen(stx, "money_arrived")
    await shop.sandbox.forgetRequests()
    await shop.sandbox.push(stx)
    expect(await calls()).toEqual([READ, READ_PAYMENT])
    expect(await readBooks(shop, cartId)).toEqual(captured(31.9))
  })

  it("a declined payment reads everything once", async () => {
    const { stx, cartId } = await goToCheckout(shop)
    const wayBack = await payAt(shop, { stx }, { outcome: "decline" })
    await shop.sandbox.forgetRequests()
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "failed" })
    expect(await calls()).toEqual([READ, READ_PAYMENT])
    expect(await readBooks(shop, cartId)).toEqual(NO_ORDER)
  })
})
