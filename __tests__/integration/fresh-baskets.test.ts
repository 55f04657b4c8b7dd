import { z } from "zod"

import { captured, NO_ORDER, readBooks, waiting } from "../support/books"
import { runWorkflow } from "../support/carts/admin"
import { emptyCart, MOVED, NEW_MAIL, saveBuyer, swapArticle } from "../support/carts/changes"
import { askWhereToPay, freshnessOf, whereToPay } from "../support/carts/leave"
import { setStock } from "../support/carts/stock"
import { tick } from "../support/carts/tick"
import { makeTwins, type Twins } from "../support/carts/twins"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { rowOf } from "../support/ledger"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  CASE,
  chooseShipping,
  comeBack,
  completeCart,
  goToCheckout,
  payAt,
  startPayment,
  type StartedPayment,
} from "../support/shopper"

/** A packet of tea, sent for 4.90. */
const AMOUNT = 16.8

let shop: Shop
let twins: Twins

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  twins = await makeTwins(shop)
})

afterAll(() => shop.stop())

const buyTea = () =>
  goToCheckout(shop, { items: { TEE: 1 }, shipping: "standard", data: { locale: "de" } })

const oldAddress = ({ session }: StartedPayment) => session.data.checkout_url

/** Addresses with their random keys are not told of the shopper's cart. */
const request = z.looseObject({ application_context: z.unknown() })

const whatIsTold = async ({ stx }: { stx: string }) => {
  const sent = request.parse((await shop.sandbox.read(stx)).request)
  return JSON.stringify({ ...sent, application_context: null })
}

const statusAt = async ({ stx }: { stx: string }) => (await shop.sandbox.read(stx)).status

const callsTo = async (path: RegExp) =>
  (await shop.sandbox.requests()).filter((request) => path.test(request.path)).length

/** What was asked of this one, or created; pages that were replaced are closed at any moment. */
const callsFor = async ({ stx }: { stx: string }) =>
  (await shop.sandbox.requests())
    .map(({ path }) => path)
    .filter((path) => path.includes(stx) || path.endsWith("/Smart/Transactions"))

/** Makes the buyer pay there and come back. */
const payAndReturn = async (payment: { stx: string }) => comeBack(await payAt(shop, payment))

interface Change {
  what: string
  change: (cartId: string) => Promise<void>
  /** Only what secuconnect is told afterwards has these words. */
  told: string[]
}

const changes: Change[] = [
  {
    what: "the address",
    change: (cartId) => saveBuyer(shop, cartId, { address: MOVED }),
    told: ["Neue Gasse", "7b", "Dresden"],
  },
  {
    what: "the e-mail address",
    change: (cartId) => saveBuyer(shop, cartId, { email: NEW_MAIL }),
    told: [NEW_MAIL],
  },
  {
    what: "the article, for one of the same price",
    change: (cartId) => swapArticle(shop, cartId, { out: twins.tea, into: twins.coffee }),
    told: ["Kaffee"],
  },
  {
    what: "the shipping, for one of the same price",
    change: (cartId) => chooseShipping(shop, cartId, "green"),
    told: ["Grüner Versand"],
  },
]

describe.each(changes)("a shopper changes $what after the start", ({ change, told }) => {
  it("with the call: a new Smart Transaction shows it, and is the one to pay", async () => {
    const payment = await buyTea()
    await change(payment.cartId)
    const fresh = await whereToPay(shop, payment)
    expect(fresh.checkout_url).not.toBe(oldAddress(payment))
    for (const words of told) {
      expect(await whatIsTold(payment)).not.toContain(words)
      expect(await whatIsTold(fresh)).toContain(words)
    }
    const { id } = await freshnessOf(shop, fresh)
    expect(await freshnessOf(shop, payment)).toMatchObject({
      superseded_by: id,
      is_to_cancel: true,
    })

    await shop.sandbox.forgetRequests()
    expect(await whereToPay(shop, payment)).toEqual(fresh)
    expect(await callsFor(fresh)).toEqual([])

    await tick(shop)
    expect([await statusAt(payment), await statusAt(fresh)]).toEqual(["cancelled", "created"])
    expect(await payAndReturn(fresh)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    expect(await freshnessOf(shop, fresh)).toMatchObject({ cart_changed: false, attention: null })
  })

  it("with the call, and pays on the old page all the same: one order, marked", async () => {
    const payment = await buyTea()
    await change(payment.cartId)
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    const fresh = await whereToPay(shop, payment)

    const wayBack = await payAt(shop, payment)
    await shop.sandbox.calm()
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    expect(await freshnessOf(shop, payment)).toMatchObject({ cart_changed: true, attention: null })

    await tick(shop)
    expect(await statusAt(fresh)).toBe("cancelled")
    expect(await freshnessOf(shop, fresh)).toMatchObject({ attention: null })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
  })

  it("without the call: the order is placed and marked for the merchant", async () => {
    const payment = await buyTea()
    await change(payment.cartId)
    expect(await payAndReturn(payment)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    expect(await freshnessOf(shop, payment)).toMatchObject({ cart_changed: true, attention: null })
  })
})

describe("a shopper who changes nothing", () => {
  it.each<[string, (cartId: string) => Promise<void>]>([
    ["does nothing", () => Promise.resolve()],
    ["saves the same address again", (cartId) => saveBuyer(shop, cartId)],
    ["chooses the same shipping again", (cartId) => chooseShipping(shop, cartId, "standard")],
    [
      "puts an article in and takes it out again",
      async (cartId) => {
        await swapArticle(shop, cartId, { out: twins.coffee, into: twins.coffee })
      },
    ],
  ])("is sent to the page that there is, without a request: %s", async (_what, act) => {
    const payment = await buyTea()
    await act(payment.cartId)
    await shop.sandbox.forgetRequests()
    expect((await whereToPay(shop, payment)).checkout_url).toBe(oldAddress(payment))
    expect(await callsFor(payment)).toEqual([])

    expect(await payAndReturn(payment)).toMatchObject({ outcome: "success" })
    expect(await freshnessOf(shop, payment)).toMatchObject({
      cart_changed: false,
      superseded_by: null,
    })
  })
})

describe("a Smart Transaction that has to be replaced", () => {
  it("is replaced once by calls at the same time", async () => {
    const payment = await buyTea()
    await saveBuyer(shop, payment.cartId, { address: MOVED })
    await shop.sandbox.forgetRequests()
    const calls = Array.from({ length: 4 }, () => whereToPay(shop, payment))
    const addresses = (await Promise.all(calls)).map(({ checkout_url }) => checkout_url)
    expect(new Set(addresses).size).toBe(1)
    expect(addresses).not.toContain(oldAddress(payment))
    expect(await callsTo(/Smart\/Transactions$/)).toBe(1)
  })

  it("stays payable when there is no new one to be had", async () => {
    const payment = await buyTea()
    await saveBuyer(shop, payment.cartId, { address: MOVED })
    await shop.sandbox.disturb({ path: "Smart/Transactions$", fault: "status", status: 503 })
    expect(await askWhereToPay(shop, payment)).toMatchObject({
      status: 422,
      body: { code: "secuconnect_unavailable" },
    })
    await shop.sandbox.calm()
    expect(await freshnessOf(shop, payment)).toMatchObject({
      superseded_by: null,
      is_to_cancel: false,
    })
    expect((await whereToPay(shop, payment)).checkout_url).not.toBe(oldAddress(payment))
  })

  it("is not replaced when it has been paid meanwhile and nobody knows yet", async () => {
    const payment = await buyTea()
    await payAt(shop, payment)
    await saveBuyer(shop, payment.cartId, { address: MOVED })
    expect(await askWhereToPay(shop, payment)).toMatchObject({
      status: 400,
      body: { code: "checkout_already_paid" },
    })
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    expect(await freshnessOf(shop, payment)).toMatchObject({
      cart_changed: true,
      superseded_by: null,
    })
  })
})

const paymentReply = z.object({
  payment: z.object({ state: z.string(), transfer_details: z.object({ purpose: z.string() }) }),
})

describe("a transfer for a Smart Transaction that was replaced", () => {
  const payByTransfer = async (payment: { stx: string }) =>
    comeBack(await payAt(shop, payment, { method: "prepaid" }))

  it("that is fresh: the order shows how to transfer, whatever becomes of the old one", async () => {
    const payment = await buyTea()
    await saveBuyer(shop, payment.cartId, { address: MOVED })
    const fresh = await whereToPay(shop, payment)
    const { orderId } = await payByTransfer(fresh)
    await tick(shop)
    expect(await statusAt(payment)).toBe("cancelled")
    expect(await rowOf(shop, payment)).toMatchObject({ order_id: null })
    const path = `/store/secuconnect/orders/${orderId ?? ""}`
    expect(await shop.store.ok(paymentReply, path)).toMatchObject({ payment: { state: "waiting" } })

    await shop.sandbox.happen(fresh.stx, "money_arrived")
    await shop.sandbox.push(fresh.stx)
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
  })

  it("that is the old one: the new one is cancelled, and a failure is reported", async () => {
    const payment = await buyTea()
    await saveBuyer(shop, payment.cartId, { address: MOVED })
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    const fresh = await whereToPay(shop, payment)
    const wayBack = await payAt(shop, payment, { method: "prepaid" })
    await shop.sandbox.calm()
    const { orderId } = await comeBack(wayBack)
    await tick(shop)
    expect(await statusAt(fresh)).toBe("cancelled")
    const path = `/store/secuconnect/orders/${orderId ?? ""}`
    expect(await shop.store.ok(paymentReply, path)).toMatchObject({ payment: { state: "waiting" } })
    expect(await readBooks(shop, payment.cartId)).toEqual(waiting(AMOUNT))

    await shop.sandbox.happen(payment.stx, "expire")
    await shop.sandbox.push(payment.stx)
    expect(await freshnessOf(shop, payment)).toMatchObject({ attention: "payment_failed" })
    expect(await freshnessOf(shop, fresh)).toMatchObject({ attention: null })
  })
})

const refused = (status: number, code: string, message: string) => ({
  status,
  body: { code, message },
})

const GONE = refused(
  404,
  "checkout_session_gone",
  "Diese Zahlung gibt es nicht mehr. Bitte wählen Sie die Zahlungsart noch einmal.",
)

describe("a total that changes", () => {
  const AFTERWARDS = 21.8

  it("with the call: the shopper starts again and pays the new total", async () => {
    const payment = await buyTea()
    await chooseShipping(shop, payment.cartId, "express")
    expect(await askWhereToPay(shop, payment)).toMatchObject(GONE)

    const again = await startPayment(shop, payment.cartId)
    expect((await whereToPay(shop, again)).checkout_url).toBe(oldAddress(again))
    await tick(shop)
    expect([await statusAt(payment), await statusAt(again)]).toEqual(["cancelled", "created"])
    await payAndReturn(again)
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AFTERWARDS))
  })

  it("without the call: the old page gives no order, and the merchant is told", async () => {
    const payment = await buyTea()
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    await chooseShipping(shop, payment.cartId, "express")
    expect(await payAndReturn(payment)).toMatchObject({ outcome: "pending", orderId: null })
    await shop.sandbox.calm()
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    expect(await freshnessOf(shop, payment)).toMatchObject({ attention: "orphaned" })

    const again = await startPayment(shop, payment.cartId)
    await payAndReturn(again)
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AFTERWARDS))
    expect(await freshnessOf(shop, payment)).toMatchObject({ attention: "orphaned" })
    expect(await freshnessOf(shop, again)).toMatchObject({ attention: null, cart_changed: false })
  })

  /** Medusa's own workflow for credit leaves sessions alone. */
  it("while Medusa keeps the session: the call says so", async () => {
    const payment = await buyTea()
    const credit = { cart_id: payment.cartId, amount: 5, reference: "gift_card", reference_id: "1" }
    await runWorkflow(shop, "create-cart-credit-lines", [credit])
    expect(await askWhereToPay(shop, payment)).toMatchObject(
      refused(
        400,
        "checkout_amount_changed",
        "Der Betrag hat sich geändert. Bitte wählen Sie die Zahlungsart noch einmal.",
      ),
    )
  })
})

describe("a cart that is completed in another tab", () => {
  it("with the call: it says so", async () => {
    const payment = await buyTea()
    await payAndReturn(payment)
    expect(await askWhereToPay(shop, payment)).toMatchObject(
      refused(400, "checkout_already_completed", "Dieser Warenkorb ist schon bestellt."),
    )
  })

  it("with the call: a declined payment is started again", async () => {
    const payment = await buyTea()
    await comeBack(await payAt(shop, payment, { outcome: "decline" }))
    expect(await askWhereToPay(shop, payment)).toMatchObject({
      status: 400,
      body: { code: "checkout_failed" },
    })
  })

  it("with a session of its own: the first tab is told to start again", async () => {
    const first = await buyTea()
    const second = await startPayment(shop, first.cartId)
    await payAndReturn(second)
    expect(await askWhereToPay(shop, first)).toMatchObject(GONE)
  })

  it("without the call: one order, and the money of the first tab is reported", async () => {
    const first = await buyTea()
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    const second = await startPayment(shop, first.cartId)
    await payAndReturn(second)
    const wayBack = await payAt(shop, first)
    await shop.sandbox.calm()
    await comeBack(wayBack)
    expect(await readBooks(shop, first.cartId)).toEqual(captured(AMOUNT))
    expect(await freshnessOf(shop, first)).toMatchObject({ attention: "orphaned" })
    expect(await freshnessOf(shop, second)).toMatchObject({ attention: null })
  })

  it("without the call, on a page that is paid already: one order", async () => {
    const payment = await buyTea()
    const wayBack = await payAt(shop, payment)
    await completeCart(shop, payment.cartId)
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
  })
})

describe("a cart that is emptied", () => {
  it("with the call: the session is gone", async () => {
    const payment = await buyTea()
    await emptyCart(shop, payment.cartId)
    expect(await askWhereToPay(shop, payment)).toMatchObject(GONE)
  })

  it("with the call, after a start for what is left: it says that the cart is empty", async () => {
    const { cartId } = await buyTea()
    await emptyCart(shop, cartId)
    const payment = await startPayment(shop, cartId, { data: { locale: "de" } })
    expect(await askWhereToPay(shop, payment)).toMatchObject(
      refused(400, "checkout_cart_empty", "Der Warenkorb ist leer."),
    )
  })

  it("without the call: no order, and the merchant is told", async () => {
    const payment = await buyTea()
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    await emptyCart(shop, payment.cartId)
    await payAndReturn(payment)
    await shop.sandbox.calm()
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    expect(await freshnessOf(shop, payment)).toMatchObject({ attention: "orphaned" })
  })
})

describe("an article that is sold out meanwhile", () => {
  const buyCase = () => goToCheckout(shop, { items: { [CASE]: 2 }, data: { locale: "de" } })

  afterEach(() => setStock(shop, CASE, 200))

  it("with the call: it says so, and lets the shopper go when there is enough again", async () => {
    const payment = await buyCase()
    await setStock(shop, CASE, 1)
    expect(await askWhereToPay(shop, payment)).toMatchObject(
      refused(
        400,
        "checkout_out_of_stock",
        "Mindestens ein Artikel ist nicht mehr in dieser Menge vorrätig.",
      ),
    )
    await setStock(shop, CASE, 2)
    expect((await whereToPay(shop, payment)).checkout_url).toBe(oldAddress(payment))
  })

  it("without the call: no order until there is enough again", async () => {
    const payment = await buyCase()
    await setStock(shop, CASE, 1)
    expect(await payAndReturn(payment)).toMatchObject({ outcome: "pending" })
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    expect(await freshnessOf(shop, payment)).toMatchObject({ attention: "orphaned" })

    await setStock(shop, CASE, 200)
    expect(await shop.sandbox.push(payment.stx)).toEqual([200])
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(35.9))
    expect(await freshnessOf(shop, payment)).toMatchObject({ attention: null, cart_changed: false })
  })
})
