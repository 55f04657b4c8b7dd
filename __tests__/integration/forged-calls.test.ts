import { captured, NO_ORDER, readBooks } from "../support/books"
import { ask, type Ask } from "../support/http"
import { eventsOf, rowOf } from "../support/ledger"
import { sharedShop } from "../support/shared-shop"
import { RETURN_PAGE, type Shop } from "../support/shop"
import {
  CASE,
  chooseShipping,
  comeBack,
  completeCart,
  goToCheckout,
  payAt,
  type StartedPayment,
} from "../support/shopper"

const AMOUNT = 31.9

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

beforeEach(() => shop.sandbox.forgetRequests())

/** The addresses that only secuconnect and the shopper's browser know. */
async function addresses({ stx }: StartedPayment) {
  const { request } = await shop.sandbox.read(stx)
  const text = JSON.stringify(request)
  const push = /"url_push":"([^"]+)"/.exec(text)?.[1] ?? ""
  const success = /"url_success":"([^"]+)"/.exec(text)?.[1] ?? ""
  const token = (url: string) => url.split("/")[6] ?? ""
  return { push, success, pushToken: token(push), returnToken: token(success) }
}

const pushBody = (...data: unknown[]) => ({
  object: "event.pushes",
  id: "evt_0123456789abcdef0123456789abcdef",
  created: "2026-01-01T10:00:00+01:00",
  target: "payment.transactions",
  type: "changed",
  data,
})

const pushed = (id: string) => ({ object: "payment.transactions", id })

const paymentIdOf = async ({ stx }: StartedPayment) =>
  (await shop.sandbox.read(stx)).payments[0]?.id ?? ""

const expectNothingCalled = async () => expect(await shop.sandbox.requests()).toEqual([])

describe("an unknown token", () => {
  const odd: [string, string][] = [
    ["one of the right length", "A".repeat(43)],
    ["a very long one", "x".repeat(4_000)],
    ...["undefined", "null", "0", "%00", "%E0%A4%A", "%", "..%2f..%2fadmin"].map(
      (token): [string, string] => {
        return [token, token]
      },
    ),
  ]

  it.each(odd)("of a push is answered with 404 and nothing is called: %s", async (_what, token) => {
    const url = `${shop.storeUrl}/hooks/secuconnect/push/${token}`
    expect(await ask(url, { body: pushBody(pushed("PCI_X")) })).toMatchObject({ status: 404 })
    await expectNothingCalled()
  })

  it.each(odd)("of a return leads to the shop's page as unknown: %s", async (_what, token) => {
    const url = `${shop.storeUrl}/hooks/secuconnect/return/${token}/success`
    expect(await comeBack(url)).toEqual({
      status: 303,
      page: RETURN_PAGE,
      outcome: "unknown",
      orderId: null,
      sessionId: null,
    })
    await expectNothingCalled()
  })

  it("is each of the two tokens in the other's place", async () => {
    const payment = await goToCheckout(shop)
    const { pushToken, returnToken } = await addresses(payment)
    await payAt(shop, payment)
    await shop.sandbox.forgetRequests()
    const hooks = `${shop.storeUrl}/hooks/secuconnect`
    expect(await ask(`${hooks}/push/${returnToken}`, { body: {} })).toMatchObject({ status: 404 })
    expect(await comeBack(`${hooks}/return/${pushToken}/success`)).toMatchObject({
      outcome: "unknown",
    })
    await expectNothingCalled()
  })
})

describe("what a return claims", () => {
  it.each([
    ["success", "pending"],
    ["error", "failed"],
    ["abort", "aborted"],
    ["paid", "unknown"],
    ["success&trans_id=110099700", "pending"],
    ["error;jsessionid=1", "failed"],
    ["abortstx=STX_1", "aborted"],
    ["ABORT", "aborted"],
    ["error/", "failed"],
    ["abort&back=https://shop.example.com/a/b", "aborted"],
    ["error%E0%A4%A", "failed"],
    ["success?status=ok", "pending"],
  ])("is not believed while nobody has paid: %s becomes %s", async (claim, outcome) => {
    const payment = await goToCheckout(shop)
    const { success } = await addresses(payment)
    expect(await comeBack(success.replace(/success$/, claim))).toMatchObject({
      status: 303,
      outcome,
    })
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
  })

  it.each(["error", "abort", "done", "error&trans_id=1/2", "abort%"])(
    "does not spoil a payment: %s becomes success",
    async (claim) => {
      const payment = await goToCheckout(shop)
      const wayBack = await payAt(shop, payment)
      expect(await comeBack(wayBack.replace(/success$/, claim))).toMatchObject({
        outcome: "success",
      })
      expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    },
  )
})

describe("the body of a push", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" }
  const bodies: [string, Ask][] = [
    ["half an object", { raw: '{"object":"event.pushes",' }],
    ["a lone word", { raw: "payment" }],
    ["an object of 200 kB", { raw: JSON.stringify({ data: "x".repeat(200_000) }) }],
    ["empty", { method: "POST" }],
    ["empty, without a type", { method: "POST", headers: { "content-type": "" } }],
    ["a form", { raw: "object=event.pushes&id=evt_1", headers: form }],
    ["in a character set that nobody knows", { raw: "{}", headers: charset("klingon") }],
    ["in UTF-16, as it says", { raw: '{"data":[]}', headers: charset("utf-16") }],
    ["packed, as it says", { raw: "{}", headers: { "content-encoding": "gzip" } }],
    ["XML", { raw: "<push/>", headers: { "content-type": "text/xml" } }],
    ["null", { raw: "null" }],
    ["not there, in a GET", { method: "GET" }],
  ]

  it.each(bodies)("may be %s: the token is enough", async (_what, request) => {
    const payment = await goToCheckout(shop)
    const url = (await addresses(payment)).push
    await payAt(shop, payment)
    expect(await ask(url, request)).toMatchObject({ status: 200 })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    await shop.sandbox.forgetRequests()
    const unknown = url.replace(/[^/]+$/, "A".repeat(43))
    expect(await ask(unknown, request)).toMatchObject({ status: 404 })
    await expectNothingCalled()
  })

  function charset(name: string) {
    return { "content-type": `application/json; charset=${name}` }
  }
})

describe("a push while secuconnect cannot be reached", () => {
  it("is answered with 503, so that it is repeated, and the return with pending", async () => {
    const payment = await goToCheckout(shop)
    const wayBack = await payAt(shop, payment)
    await shop.sandbox.disturb({ path: "/Smart/Transactions/", fault: "status", status: 502 })
    expect(await shop.sandbox.push(payment.stx)).toEqual([503])
    expect(await comeBack(wayBack)).toMatchObject({ status: 303, outcome: "pending" })
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    const { reference } = await rowOf(shop, payment)
    expect(shop.log()).toMatch(
      new RegExp(`${reference}: a push could not be handled.*Fault ordered from the sandbox`),
    )
    expect(shop.log()).toMatch(
      new RegExp(`${reference}: a shopper came back, the sync failed.*Fault ordered`),
    )

    await shop.sandbox.calm()
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
  })
})

describe("a push that names something else", () => {
  it.each([
    ["a kind that is no payment", () => pushBody({ object: "loyalty.cards", id: "CRD_1" })],
    [
      "a Smart Transaction",
      ({ stx }: StartedPayment) => pushBody({ object: "smart.transactions", id: stx }),
    ],
    ["an unknown payment", () => pushBody(pushed("PCI_DOESNOTEXIST"))],
    ["nothing", () => pushBody()],
    ["no list", () => ({ ...pushBody(), data: "PCI_X" })],
    ["nonsense", () => ["push", { deep: { deeper: null } }]],
  ])("changes nothing and is logged once: %s", async (_what, bodyFor) => {
    const bystander = await goToCheckout(shop)
    const payment = await goToCheckout(shop)
    const { push } = await addresses(payment)
    for (let nth = 0; nth < 3; nth += 1) {
      expect(await ask(push, { body: bodyFor(payment) })).toMatchObject({ status: 200 })
    }
    await expectLoggedOnce(payment)
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    expect(await readBooks(shop, bystander.cartId)).toEqual(NO_ORDER)
  })

  it("does not move the checkout that is named, nor the one that is called", async () => {
    const paid = await goToCheckout(shop)
    await payAt(shop, paid)
    const open = await goToCheckout(shop)
    const { push } = await addresses(open)
    const body = pushBody(pushed(await paymentIdOf(paid)))
    for (let nth = 0; nth < 3; nth += 1)
      expect(await ask(push, { body })).toMatchObject({ status: 200 })

    expect(await readBooks(shop, open.cartId)).toEqual(NO_ORDER)
    expect(await readBooks(shop, paid.cartId)).toEqual(NO_ORDER)
    expect(await rowOf(shop, open)).toMatchObject({ status: "open", attention: null })
    await expectLoggedOnce(open)
  })

  async function expectLoggedOnce(payment: StartedPayment): Promise<void> {
    const { reference } = await rowOf(shop, payment)
    const lines = shop
      .log()
      .split("\n")
      .filter((line) => line.includes(reference))
    expect(lines).toHaveLength(1)
    const events = await eventsOf(shop, payment)
    expect(events.filter(({ finding }) => finding === "unrelated_push")).toHaveLength(1)
  }
})

describe("a late push for a checkout whose session is gone", () => {
  it("touches no other cart and is reported", async () => {
    const others = [await goToCheckout(shop), await goToCheckout(shop), await goToCheckout(shop)]
    const late = await goToCheckout(shop)
    const wayBack = await payAt(shop, late)
    await chooseShipping(shop, late.cartId, "express")

    expect(await shop.sandbox.push(late.stx)).toEqual([200])
    expect(await comeBack(wayBack)).toMatchObject({
      status: 303,
      outcome: "pending",
      orderId: null,
    })
    for (const { cartId } of [late, ...others]) {
      expect(await readBooks(shop, cartId)).toEqual(NO_ORDER)
    }
    expect(await rowOf(shop, late)).toMatchObject({ attention: "orphaned" })
    const reported = shop
      .log()
      .split("\n")
      .filter((line) => line.includes("orphaned"))
    expect(reported).toHaveLength(1)
  })
})

describe("session data from the browser", () => {
  it("is without effect, now and when the cart is completed", async () => {
    const victim = await goToCheckout(shop, { items: { [CASE]: 1 } })
    await payAt(shop, victim)
    const { id: checkout_id } = await rowOf(shop, victim)
    const forged = {
      session_id: victim.sessionId,
      checkout_id,
      checkout_url: "https://evil.example/pay",
      stx_id: victim.stx,
      payment_ids: [await paymentIdOf(victim)],
      trans_id: "1",
      method: "creditcard",
      is_demo: false,
      amount: 1,
      currency_code: "jpy",
      status: "captured",
      basket: { products: [] },
      basket_info: { sum: 1, currency: "EUR" },
    }
    const thief = await goToCheckout(shop, { data: forged })

    const { data } = thief.session
    expect(data.session_id).toBe(thief.sessionId)
    expect(data.stx_id).not.toBe(victim.stx)
    expect(data).toMatchObject({ payment_ids: [], trans_id: null, method: null, is_demo: true })
    expect(data.checkout_url).toContain(shop.sandbox.url)
    expect((await shop.sandbox.read(thief.stx)).sum).toBe(3190)

    expect(await completeCart(shop, thief.cartId)).toMatchObject({ status: 400 })
    expect(await readBooks(shop, thief.cartId)).toEqual(NO_ORDER)
    expect(await readBooks(shop, victim.cartId)).toEqual(NO_ORDER)

    await payAt(shop, thief)
    expect(await completeCart(shop, thief.cartId)).toMatchObject({ status: 200 })
    expect(await readBooks(shop, thief.cartId)).toEqual(captured(AMOUNT))
    expect(await readBooks(shop, victim.cartId)).toEqual(NO_ORDER)
  })
})
