import { z } from "zod"

import { ask } from "../support/http"
import { buy, createMerchant } from "../support/money"
import { rowOf } from "../support/ledger"
import type { Method } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import { TEST_CONTRACT, type Shop } from "../support/shop"
import {
  askForSession,
  chooseShipping,
  comeBack,
  completeCart,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  type CartWish,
} from "../support/shopper"

/** A buyer whose words stand nowhere else. */
const BUYER = {
  email: "theodora.quastenflosser@mail.example",
  address: {
    first_name: "Theodora",
    last_name: "Quastenflosser",
    company: "Schlehdorn & Söhne",
    address_1: "Nebelkrähenweg 7b",
    address_2: "Hinterhaus Distelfink",
    postal_code: "01847",
    city: "Lohmen-Uttewalde",
    phone: "+49 3501 9876543",
  },
} satisfies CartWish

const PERSONAL = [
  /theodora/i,
  /quastenflosser/i,
  /schlehdorn/i,
  /nebelkr(ä|ae|\\u00e4)henweg/i,
  /distelfink/i,
  /uttewalde/i,
  /3501 ?9876543/,
  /mail\.example/i,
]

const METHODS = ["creditcard", "debit", "invoice", "prepaid", "paypal"] as const satisfies Method[]

/** As the sandbox makes them: 26 small letters and digits that stand alone. */
const ACCESS_TOKEN = /(?<![A-Za-z0-9_/-])(?=[a-z0-9]*\d)[a-z0-9]{26}(?![A-Za-z0-9_-])/

const IBAN = /\b[A-Z]{2}\d{2} ?(?:\d{4} ?){4}/

let shop: Shop
/** Tokens of all return and push addresses. */
let addressTokens: string[]

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  for (const terse of [false, true]) {
    await shop.sandbox.set({ terse })
    await payInEveryWay()
    await runIntoTrouble()
    await moveMoney()
  }
  await buyAsCustomer()
  addressTokens = await readAddressTokens()
})

afterAll(() => shop.stop())

async function payInEveryWay(): Promise<void> {
  for (const method of METHODS) {
    const payment = await goToCheckout(shop, BUYER)
    await comeBack(await payAt(shop, payment, { method }))
    if (method === "prepaid") await shop.sandbox.happen(payment.stx, "money_arrived")
    await shop.sandbox.push(payment.stx)
  }
  for (const outcome of ["decline", "abort"] as const) {
    const payment = await goToCheckout(shop, BUYER)
    await comeBack(await payAt(shop, payment, { outcome }))
    await completeCart(shop, payment.cartId)
  }
}

/** Everything that is worth a line in the log. */
async function runIntoTrouble(): Promise<void> {
  const { sandbox } = shop
  const tampered = await goToCheckout(shop, BUYER)
  await sandbox.tamper(tampered.stx, { sum: 1 })
  await comeBack(await payAt(shop, tampered))
  await ask(await pushUrl(tampered.stx), { body: { data: [{ object: "x", id: BUYER.email }] } })

  const gone = await goToCheckout(shop, BUYER)
  await payAt(shop, gone)
  await chooseShipping(shop, gone.cartId, "express")
  await sandbox.push(gone.stx)

  const unread = await goToCheckout(shop, BUYER)
  const wayBack = await payAt(shop, unread)
  await sandbox.disturb({ path: "/Smart/Transactions/", fault: "garbage" })
  await comeBack(wayBack)
  await sandbox.calm()

  const collectionId = await openCollection(shop, await fillCart(shop, BUYER))
  for (const fault of ["drop_after", "garbage"] as const) {
    await sandbox.disturb({ path: "/Smart/Transactions$", fault, times: 1 })
    await askForSession(shop, collectionId, { data: { return_url: `mailto:${BUYER.email}` } })
    await askForSession(shop, collectionId)
  }
  await refuseTheBuyer()
}

/** The vendor repeats in its refusal what was sent: an address that Medusa itself would not take. */
async function refuseTheBuyer(): Promise<void> {
  const cartId = await fillCart(shop, BUYER)
  const collectionId = await openCollection(shop, cartId)
  const email = BUYER.email.replace("@", "..q@")
  await shop.db.rows(z.unknown(), "UPDATE cart SET email = $2 WHERE id = $1", [cartId, email])
  expect(await askForSession(shop, collectionId)).toMatchObject({ status: 422 })
}

async function moveMoney(): Promise<void> {
  const merchant = createMerchant(shop)
  const order = await buy(shop, BUYER)
  await merchant.refund(order, 10)
  await shop.sandbox.disturb({ path: "/cancel$", fault: "status", status: 400, times: 1 })
  await merchant.refund(order, 5)
  await merchant.refund(order, 1_000)
  await shop.sandbox.happen(order.stx, "refund", 100)
  await shop.sandbox.push(order.stx)
  await merchant.cancel(await buy(shop, { ...BUYER, method: "prepaid" }))
}

const tokenReply = z.object({ token: z.string() })

/** What the core keeps of a logged-in customer in `payment_session.context` is its own. */
async function buyAsCustomer(): Promise<void> {
  const login = { email: BUYER.email, password: "correct horse" }
  const { first_name, last_name, company, phone } = BUYER.address
  const register = "/auth/customer/emailpass/register"
  const registered = await shop.store.ok(tokenReply, register, { body: login })
  await shop.store.ok(z.unknown(), "/store/customers", {
    body: { email: BUYER.email, first_name, last_name, company_name: company, phone },
    headers: { authorization: `Bearer ${registered.token}` },
  })
  const { token } = await shop.store.ok(tokenReply, "/auth/customer/emailpass", { body: login })
  const headers = { authorization: `Bearer ${token}` }
  const customer: Shop = {
    ...shop,
    store: {
      url: shop.store.url,
      call: (path, request) => shop.store.call(path, { ...request, headers }),
      ok: (schema, path, request) => shop.store.ok(schema, path, { ...request, headers }),
    },
  }
  const cartId = await fillCart(customer, BUYER)
  await customer.store.ok(z.unknown(), `/store/carts/${cartId}/customer`, { method: "POST" })
  await askForSession(customer, await openCollection(customer, cartId))
}

async function pushUrl(stx: string): Promise<string> {
  const { request } = await shop.sandbox.read(stx)
  return /"url_push":"([^"]+)"/.exec(JSON.stringify(request))?.[1] ?? ""
}

async function readAddressTokens(): Promise<string[]> {
  const requests = JSON.stringify(await shop.sandbox.requests())
  const found = requests.matchAll(/\/hooks\/secuconnect\/(?:return|push)\/([\w-]{43})/g)
  return [...new Set([...found].map((match) => match[1] ?? ""))]
}

const ADDRESSES = /\/hooks\/secuconnect\/(?:return|push)\/[\w-]+/g

/** Where a secret or a person could have got to. */
async function places(): Promise<{ place: string; text: string }[]> {
  const { db } = shop
  const own = (await db.tables()).filter((name) => name.startsWith("secuconnect_"))
  const columns = async (table: string) => {
    const sql = `SELECT data FROM "${table}"`
    return JSON.stringify(await db.rows(z.unknown(), sql))
  }
  const dumps = own.map(async (place) => ({ place, text: await db.dump(place) }))
  return [
    // The path in Medusa's access log holds the tokens of the addresses, and nothing else.
    { place: "the log", text: shop.log().replaceAll(ADDRESSES, "") },
    { place: "payment_session.data", text: await columns("payment_session") },
    { place: "payment.data", text: await columns("payment") },
    ...(await Promise.all(dumps)),
  ]
}

async function findings(patterns: RegExp[]): Promise<string[]> {
  return (await places()).flatMap(({ place, text }) =>
    patterns.flatMap((pattern) => {
      const found = pattern.exec(text)
      return found
        ? [`${place}: ${text.slice(Math.max(found.index - 80, 0), found.index + 80)}`]
        : []
    }),
  )
}

const literally = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))

describe("after payments of every kind", () => {
  it("there is something to search in", async () => {
    const searched = await places()
    expect(searched.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        "secuconnect_checkout",
        "secuconnect_checkout_event",
        "secuconnect_money_request",
      ]),
    )
    // Nothing is shipped, no settings are stored, no links are made and nothing is ordered first here (see the tests of those),
    // no lock is left, and turns are few.
    const filled = searched.filter(
      ({ place }) =>
        !/delivery_report|settings_revision|order_lock|payment_link|turn|unpaid_order/.test(place),
    )
    for (const { text } of filled) expect(text.length).toBeGreaterThan(500)
    expect(addressTokens.length).toBeGreaterThan(40)
    const last = await goToCheckout(shop, BUYER)
    const { request } = await shop.sandbox.read(last.stx)
    for (const pattern of PERSONAL.slice(0, 2)) expect(JSON.stringify(request)).toMatch(pattern)
    expect((await rowOf(shop, last)).creation).toBe("open")
  })

  it("no buyer is in the log, in session or payment data, or in the ledger", async () => {
    expect(await findings(PERSONAL)).toEqual([])
  })

  it("no client secret and no access token is there", async () => {
    expect(await findings([literally(TEST_CONTRACT.clientSecret), /bearer /i])).toEqual([])
    expect(await findings([ACCESS_TOKEN])).toEqual([])
  })

  it("no bank account is there but the one to transfer to, and that only in the ledger", async () => {
    const found = await findings([IBAN])
    // The event for the buyer's mail has secupay's account for this one payment as well.
    const ledger = /^secuconnect_checkout(_event)?: /
    expect(found.filter((finding) => !ledger.test(finding))).toEqual([])
  })

  it("the ways of telling a token from other words work", async () => {
    const { access_token } = z.object({ access_token: z.string() }).parse(
      (
        await ask(`${shop.sandbox.url}/oauth/token`, {
          body: {
            grant_type: "client_credentials",
            client_id: TEST_CONTRACT.clientId,
            client_secret: TEST_CONTRACT.clientSecret,
          },
        })
      ).body,
    )
    expect(`token ${access_token}.`).toMatch(ACCESS_TOKEN)
  })

  it("the tokens of return and push addresses are nowhere in the database", async () => {
    for (const table of await shop.db.tables()) {
      const text = await shop.db.dump(table)
      expect(addressTokens.filter((token) => text.includes(token))).toEqual([])
      expect(text).not.toContain(TEST_CONTRACT.clientSecret)
    }
  })
})
