import { captured, NO_ORDER, readBooks, waiting } from "../support/books"
import { makeDue, rowOf } from "../support/ledger"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  chooseShipping,
  comeBack,
  goToCheckout,
  payAt,
  startPayment,
  type StartedPayment,
} from "../support/shopper"
import { until } from "../support/until"

/** The clock ticks every minute; a busy machine needs a while for a tick. */
const TICK_MS = 600_000

let shop: Shop
let lost: StartedPayment
let transferred: StartedPayment
let abandoned: StartedPayment
let superseded: StartedPayment
let latest: StartedPayment
let unreachable: StartedPayment
let orphan: StartedPayment
let bystander: StartedPayment

/** The shopper sends the goods by another service: the amount changes, the session goes. */
async function changeCart(payment: StartedPayment): Promise<void> {
  await shop.sandbox.disturb({ path: ".", fault: "drop_before" })
  await chooseShipping(shop, payment.cartId, "express")
  await shop.sandbox.calm()
}

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false, terse: true } })
  lost = await goToCheckout(shop)
  await payAt(shop, lost)

  transferred = await goToCheckout(shop)
  await comeBack(await payAt(shop, transferred, { method: "prepaid" }))
  expect(await readBooks(shop, transferred.cartId)).toEqual(waiting(31.9))
  await shop.sandbox.happen(transferred.stx, "money_arrived")

  abandoned = await goToCheckout(shop)
  bystander = await goToCheckout(shop)
  await shop.db.run(`UPDATE secuconnect_checkout SET due_at = due_at + interval '1 day'
    WHERE stx_id = '${bystander.stx}'`)
  unreachable = await goToCheckout(shop)

  superseded = await goToCheckout(shop)
  await changeCart(superseded)
  latest = await startPayment(shop, superseded.cartId)

  orphan = await goToCheckout(shop)
  await payAt(shop, orphan)
  await changeCart(orphan)

  await shop.sandbox.disturb({ path: unreachable.stx, fault: "status", status: 503 })
  for (const payment of [unreachable, lost, transferred, abandoned]) await makeDue(shop, payment)
  await shop.clock.run()
  await until("the clock's looks", async () => (await hasLooked()) || undefined, TICK_MS)
})

/** The clock looks at several at a time: the one that is claimed first may be done last. */
async function hasLooked(): Promise<boolean> {
  const rows = await Promise.all([lost, transferred, abandoned, unreachable].map(looksOf))
  const { attention } = await rowOf(shop, orphan)
  const { status } = await shop.sandbox.read(superseded.stx)
  return rows.every((checks) => checks > 0) && attention !== null && status === "cancelled"
}

const looksOf = async (payment: StartedPayment) => (await rowOf(shop, payment)).checks

afterAll(() => shop.stop())

const isInFuture = (date: Date | null) => date !== null && date.getTime() > Date.now()

describe("the clock, after one tick", () => {
  it("has placed the order of a payment whose push and return got lost", async () => {
    expect(await readBooks(shop, lost.cartId)).toEqual(captured(31.9))
    // Once more the next day: a push about a refund may get lost as well.
    const { due_at } = await rowOf(shop, lost)
    const hours = ((due_at?.getTime() ?? 0) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(20)
  })

  it("has booked the transfer whose push got lost", async () => {
    expect(await readBooks(shop, transferred.cartId)).toEqual(captured(31.9))
  })

  it("has left an open payment alone and looks again later", async () => {
    const { status, due_at } = await rowOf(shop, abandoned)
    expect(status).toBe("open")
    expect(isInFuture(due_at)).toBe(true)
    expect(await shop.sandbox.read(abandoned.stx)).toMatchObject({ status: "created" })
    expect(await readBooks(shop, abandoned.cartId)).toEqual(NO_ORDER)
  })

  it("has cancelled the transaction of a session that went while secuconnect was down", async () => {
    expect(await shop.sandbox.read(superseded.stx)).toMatchObject({ status: "cancelled" })
    expect(await shop.sandbox.read(latest.stx)).toMatchObject({ status: "created" })
    await comeBack(await payAt(shop, latest))
    expect(await readBooks(shop, latest.cartId)).toEqual(captured(41.8))
  })

  it("has reported the money of a session that went, and touched no other cart", async () => {
    expect(await rowOf(shop, orphan)).toMatchObject({ attention: "orphaned" })
    expect(await readBooks(shop, orphan.cartId)).toEqual(NO_ORDER)
    expect(await readBooks(shop, bystander.cartId)).toEqual(NO_ORDER)
  })

  it("has not been stopped by a payment that cannot be read, and tries that again", async () => {
    const { reference, due_at } = await rowOf(shop, unreachable)
    expect(shop.log()).toMatch(new RegExp(`warn.*${reference}: the scheduled check failed`))
    expect(isInFuture(due_at)).toBe(true)
  })

  it("has asked nothing about payments that were not due", async () => {
    const made = await shop.sandbox.requests()
    const asked = made.filter(
      ({ method, path }) => method === "GET" && path.includes(bystander.stx),
    )
    expect(asked).toEqual([])
  })
})
