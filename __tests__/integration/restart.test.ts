import { captured, readBooks, waiting } from "../support/books"
import { startShop, type OwnShop } from "../support/shop"
import { comeBack, goToCheckout, payAt, type StartedPayment } from "../support/shopper"
import { lockTable } from "../support/table-lock"
import { until } from "../support/until"

const AMOUNT = 31.9

let shop: OwnShop

beforeAll(async () => {
  shop = await startShop({ sandbox: { pushBackoffMs: [500], terse: true } })
})

afterAll(() => shop.stop())

const delivered = ({ stx }: StartedPayment) =>
  until(
    "the push to be answered with 200",
    async () => {
      const { pushes } = await shop.sandbox.read(stx)
      return pushes.every(({ state }) => state === "delivered") ? pushes : undefined
    },
    60_000,
  )

describe("the store goes down between the first push and its repetition", () => {
  it("books once when nobody was there for the first push", async () => {
    const card = await goToCheckout(shop)
    const prepaid = await goToCheckout(shop)
    await shop.kill()
    await payAt(shop, card)
    await payAt(shop, prepaid, { method: "prepaid" })
    await until("a push in vain", async () => {
      const { pushes } = await shop.sandbox.read(prepaid.stx)
      return pushes[0]?.attempts[0]
    })

    await shop.restart()
    const [push] = await delivered(card)
    expect(push?.attempts[0]?.status).toBeNull()
    await delivered(prepaid)
    expect(await readBooks(shop, card.cartId)).toEqual(captured(AMOUNT))
    expect(await readBooks(shop, prepaid.cartId)).toEqual(waiting(AMOUNT))
  })

  it("books once when the store died while it looked at the payment", async () => {
    const payment = await goToCheckout(shop)
    await shop.sandbox.forgetRequests()
    await shop.sandbox.disturb({ method: "GET", path: "/Smart/Transactions/", fault: "hold" })
    const wayBack = await payAt(shop, payment)
    await until("the look at secuconnect", async () => (await shop.sandbox.requests())[0])
    await shop.kill()
    await shop.sandbox.calm()

    await shop.restart()
    await delivered(payment)
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
  })

  it.each(["payment", "capture"])("books once when the store died writing a %s", async (table) => {
    const payment = await goToCheckout(shop)
    const lock = await lockTable(shop.db, table)
    const wayBack = await payAt(shop, payment)
    await lock.somebodyWaits()
    await shop.kill()
    await lock.release()

    await shop.restart()
    await delivered(payment)
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
    expect(await comeBack(wayBack)).toMatchObject({ outcome: "success" })
  })
})
