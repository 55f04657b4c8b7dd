import { captured, readBooks, waiting } from "../support/books"
import { startShop, type OwnShop } from "../support/shop"
import { comeBack, goToCheckout, payAt, type StartedPayment } from "../support/shopper"
import { until } from "../support/until"
import { createGates, type WriteGate } from "../support/write-gates"

const AMOUNT = 31.9

/** Somebody who has paid, and the way back to the shop. */
type Shopper = StartedPayment & { wayBack: string }

let shop: OwnShop
let shoppers: Record<"early" | "transferring" | "seen" | "payment" | "capture", Shopper>

const delivered = ({ stx }: StartedPayment) =>
  until(
    "the push to be answered with 200",
    async () => {
      const { pushes } = await shop.sandbox.read(stx)
      return pushes.every(({ state }) => state === "delivered") ? pushes : undefined
    },
    60_000,
  )

/** Pays; the store gets the push and stops in the middle of it. */
async function payAndWaitAt(gate: WriteGate): Promise<Shopper> {
  const payment = await goToCheckout(shop)
  await gate.close()
  const wayBack = await payAt(shop, payment)
  await gate.somebodyWaits()
  return { ...payment, wayBack }
}

async function payAndBeLookedAt(): Promise<Shopper> {
  const payment = await goToCheckout(shop)
  const path = `/Smart/Transactions/${payment.stx}`
  await shop.sandbox.forgetRequests()
  await shop.sandbox.disturb({ method: "GET", path, fault: "hold" })
  const wayBack = await payAt(shop, payment)
  const isHeld = async () =>
    (await shop.sandbox.requests()).find(({ fault, status }) => fault === "hold" && status === null)
  await until("the look at secuconnect", isHeld)
  return { ...payment, wayBack }
}

// One death for all of them, because a start takes ten seconds. What is written last is held first:
// everybody else has to pass it.
beforeAll(async () => {
  shop = await startShop({ sandbox: { pushBackoffMs: [500], terse: true } })
  const card = await goToCheckout(shop)
  const prepaid = await goToCheckout(shop)
  const specs = ["capture", "payment"].map((table) => ({ table, on: "INSERT" as const }))
  const gates = await createGates(shop.db, specs)
  const [captureGate, paymentGate] = gates
  if (!captureGate || !paymentGate) throw new Error("There are fewer gates than tables.")
  const capture = await payAndWaitAt(captureGate)
  const payment = await payAndWaitAt(paymentGate)
  const seen = await payAndBeLookedAt()
  await shop.kill()
  const early = { ...card, wayBack: await payAt(shop, card) }
  const wayBack = await payAt(shop, prepaid, { method: "prepaid" })
  shoppers = { early, transferring: { ...prepaid, wayBack }, seen, payment, capture }
  await until("a push in vain", async () => {
    const { pushes } = await shop.sandbox.read(prepaid.stx)
    return pushes[0]?.attempts[0]
  })
  for (const gate of gates) await gate.open("written")
  await shop.sandbox.calm()
  await shop.restart()
})

afterAll(() => shop.stop())

describe("the store goes down between the first push and its repetition", () => {
  it("books once when nobody was there for the first push", async () => {
    const { early, transferring } = shoppers
    const [push] = await delivered(early)
    expect(push?.attempts[0]?.status).toBeNull()
    await delivered(transferring)
    expect(await readBooks(shop, early.cartId)).toEqual(captured(AMOUNT))
    expect(await readBooks(shop, transferring.cartId)).toEqual(waiting(AMOUNT))
  })

  it("books once when the store died while it looked at the payment", async () => {
    const { seen } = shoppers
    await delivered(seen)
    expect(await readBooks(shop, seen.cartId)).toEqual(captured(AMOUNT))
    expect(await comeBack(seen.wayBack)).toMatchObject({ outcome: "success" })
    expect(await readBooks(shop, seen.cartId)).toEqual(captured(AMOUNT))
  })

  it.each(["payment", "capture"] as const)(
    "books once when the store died writing a %s",
    async (table) => {
      const payment = shoppers[table]
      await delivered(payment)
      expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
      expect(await comeBack(payment.wayBack)).toMatchObject({ outcome: "success" })
    },
  )
})
