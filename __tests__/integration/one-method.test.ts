import { z } from "zod"

import { captured, NO_ORDER, readBooks, waiting } from "../support/books"
import { whereToPay } from "../support/carts/leave"
import { newestRow } from "../support/ledger"
import type { Method } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  askForSession,
  comeBack,
  fillCart,
  goToCheckout,
  MAX,
  openCollection,
  payAt,
  PEN,
  type CartWish,
} from "../support/shopper"
import { readSessions } from "../support/sessions"

const METHODS = ["creditcard", "debit", "invoice", "prepaid", "paypal", "easycredit"] as const

/** 319.00, enough for easyCredit. */
const TWENTY_PENS: CartWish = { items: { [PEN]: 20 } }

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

const providerOf = (method: Method) => `pp_secuconnect-${method}_secuconnect`

/** The method whose page a link of the sandbox opens. */
function methodOf(link: string): string | null {
  const query = new URL(link).searchParams
  const method = query.get("payment-method") ?? query.get("initPaymentMethod")
  return method === "prepay" ? "prepaid" : method
}

describe("a session with the provider of one method", () => {
  it.each(METHODS)("%s: goes straight to its page, and is paid there", async (method) => {
    const payment = await goToCheckout(shop, { ...TWENTY_PENS, provider: providerOf(method) })
    const { request } = await shop.sandbox.read(payment.stx)
    expect(methodOf(payment.session.data.checkout_url)).toBe(method)
    expect(request).toMatchObject({ payment_context: { payment_methods: [method] } })
    expect(await newestRow(shop)).toMatchObject({ creation: "open", requested_method: method })

    const arrival = await comeBack(await payAt(shop, payment, { method }))
    expect(arrival).toMatchObject({ status: 303, outcome: "success" })
    const books = method === "prepaid" ? waiting(319) : captured(319)
    expect(await readBooks(shop, payment.cartId)).toEqual(books)
  })

  it("keeps its method when the Smart Transaction is replaced", async () => {
    const payment = await goToCheckout(shop, { provider: providerOf("paypal") })
    const path = `/store/carts/${payment.cartId}`
    const body = { billing_address: { ...MAX, city: "Dresden" } }
    await shop.store.ok(z.unknown(), path, { body })
    const { checkout_url, stx } = await whereToPay(shop, payment)
    expect(methodOf(checkout_url)).toBe("paypal")
    const row = await newestRow(shop)
    expect(row).toMatchObject({ requested_method: "paypal", payment_session_id: payment.sessionId })
    expect(row?.stx_id).toBe(stx)
    expect(stx).not.toBe(payment.stx)
    await comeBack(await payAt(shop, { stx }, { method: "paypal" }))
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(31.9))
  })

  it("of the general kind records none", async () => {
    const payment = await goToCheckout(shop)
    expect(methodOf(payment.session.data.checkout_url)).toBeNull()
    expect(await newestRow(shop)).toMatchObject({ requested_method: null })
  })
})

const refusalSchema = z.object({ type: z.string(), code: z.string(), message: z.string() })

/** Asks for a session that the store must not give. */
async function refusal(method: Method, wish: CartWish, locale: string) {
  const cartId = await fillCart(shop, wish)
  const collectionId = await openCollection(shop, cartId)
  await shop.sandbox.forgetRequests()
  const wishes = { provider: providerOf(method), data: { locale } }
  const { status, body } = await askForSession(shop, collectionId, wishes)
  expect(await readSessions(shop, collectionId)).toEqual([])
  expect(await readBooks(shop, cartId)).toEqual(NO_ORDER)
  const row = await newestRow(shop)
  expect(row).toMatchObject({ creation: "not_created", requested_method: method })
  const told = shop.log().split("\n")
  const log = told.filter((line) => line.includes(row?.reference ?? "no row"))
  return { status, ...refusalSchema.parse(body), stx: row?.stx_id ?? null, log: log.join("\n") }
}

describe("a method that the contract does not offer", () => {
  it("is refused politely; what was made for it cannot be paid", async () => {
    await shop.sandbox.set({ methods: ["creditcard"] })
    const refused = await refusal("invoice", {}, "de")
    await shop.sandbox.set({ methods: METHODS })
    expect(refused).toMatchObject({
      status: 422,
      code: "secuconnect_method_not_offered",
      message: "Diese Zahlungsart gibt es hier gerade nicht. Bitte wählen Sie eine andere.",
    })
    expect(refused.log).toContain("invoice: secuconnect offers no page for it")
    expect(await shop.sandbox.read(refused.stx ?? "")).toMatchObject({ status: "cancelled" })
  })
})

describe("easyCredit's documented limits", () => {
  const limits: { what: string; wish: CartWish; code: string; locale: string; says: RegExp }[] = [
    {
      what: "less than 200 euros",
      wish: {},
      code: "secuconnect_method_amount",
      locale: "en",
      says: /for this amount/,
    },
    {
      what: "a company",
      wish: { ...TWENTY_PENS, address: { company: "ACME GmbH" } },
      code: "secuconnect_method_company",
      locale: "de",
      says: /für Privatpersonen/,
    },
    {
      what: "an address without a street",
      wish: { ...TWENTY_PENS, address: { address_1: "" } },
      code: "secuconnect_method_address",
      locale: "en",
      says: /full address/,
    },
  ]

  it.each(limits)("$what: refused by name, nothing is called", async (limit) => {
    const refused = await refusal("easycredit", limit.wish, limit.locale)
    expect(refused).toMatchObject({ status: 422, code: limit.code, stx: null })
    expect(refused.message).toMatch(limit.says)
    expect(refused.log).toMatch(/easycredit: /)
    const asked = await shop.sandbox.requests()
    // The schedule may cancel an earlier test's transaction meanwhile.
    expect(asked.filter(({ path }) => !path.includes("/STX_"))).toEqual([])
  })
})
