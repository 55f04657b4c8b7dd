import { readFileSync } from "node:fs"
import path from "node:path"

import { runAudit } from "../soak/run-audit"
import { authorized, captured, NO_ORDER, readBooks, waiting, type Books } from "../support/books"
import { setStock } from "../support/carts/stock"
import { reportsOf, ship } from "../support/deliveries"
import { rowOf } from "../support/ledger"
import { migrationNames, readLedgerSchema, readMigrations, runSql } from "../support/migrations"
import { buy, createMerchant, toldOrphaned, withPaymentId, type Paid } from "../support/money"
import { pushed } from "../support/pushed"
import { REPOSITORY } from "../support/repository"
import type { Method } from "../support/sandbox-control"
import { startShop, type OwnShop } from "../support/shop"
import {
  comeBack,
  goToCheckout,
  LAST_SEAL,
  payAt,
  startPayment,
  type StartedPayment,
} from "../support/shopper"
import { until } from "../support/until"

const TOTAL = 31.9
const SEAL = 89

/** The first migration that 0.1.0 did not have. */
const AFTER_0_1_0 = "Migration20261126150000"
const TABLES = path.join(REPOSITORY, "__tests__/fixtures/tables-0.1.0.txt")

let shop: OwnShop

const merchant = () => createMerchant(shop)
const accept = async (answer: Promise<{ status: number; text: string }>) =>
  expect(await answer).toMatchObject({ status: 200 })

/** Authorized at the checkout, captured in the admin. */
async function paid(method: Method = "creditcard"): Promise<Paid> {
  const order = await buy(shop, { method })
  await accept(merchant().capture(order))
  return order
}

interface State<Payment extends StartedPayment = StartedPayment> {
  /** Brought about with the tables of today, and then taken down to those of 0.1.0. */
  arrange: () => Promise<Payment>
  upgraded: Partial<Books>
  /** How it goes on after the upgrade. */
  goOn: (payment: Payment) => Promise<unknown>
  then: Partial<Books>
}

const refunded = (...refunds: number[]): Partial<Books> => ({
  orders: 1,
  captures: [TOTAL],
  refunds,
})

const STARTED: Record<string, State> = {
  "a payment page that is open": {
    arrange: () => goToCheckout(shop),
    upgraded: NO_ORDER,
    goOn: async (payment) => comeBack(await payAt(shop, payment)),
    then: authorized(TOTAL),
  },
  "a payment that was declined": {
    arrange: async () => {
      const payment = await goToCheckout(shop)
      await comeBack(await payAt(shop, payment, { outcome: "decline" }))
      return payment
    },
    upgraded: NO_ORDER,
    goOn: async ({ cartId }) =>
      comeBack(await payAt(shop, await startPayment(shop, cartId), { method: "debit" })),
    then: authorized(TOTAL),
  },
  "a payment of which nobody has told the shop": {
    arrange: async () => {
      const payment = await goToCheckout(shop)
      await payAt(shop, payment)
      return payment
    },
    upgraded: NO_ORDER,
    goOn: (payment) => pushed(shop, payment),
    then: authorized(TOTAL),
  },
  "a payment without order, because the article was sold out": {
    arrange: async () => {
      const payment = await goToCheckout(shop, { items: { [LAST_SEAL]: 1 } })
      await setStock(shop, LAST_SEAL, 0)
      await comeBack(await payAt(shop, payment, { method: "debit" }))
      await toldOrphaned(shop, payment)
      return payment
    },
    upgraded: NO_ORDER,
    goOn: async (payment) => {
      expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned" })
      await setStock(shop, LAST_SEAL, 1)
      await pushed(shop, payment)
    },
    then: { orders: 1, payments: [SEAL] },
  },
}

const ORDERED: Record<string, State<Paid>> = {
  "an order that waits for its transfer": {
    arrange: () => buy(shop, { method: "prepaid" }),
    upgraded: waiting(TOTAL),
    goOn: async (order) => {
      await shop.sandbox.happen(order.stx, "money_arrived")
      await pushed(shop, order)
    },
    then: captured(TOTAL),
  },
  "an authorized order": {
    arrange: () => buy(shop),
    upgraded: authorized(TOTAL),
    goOn: (order) => accept(merchant().capture(order)),
    then: captured(TOTAL),
  },
  "an authorized order that is canceled": {
    arrange: () => buy(shop),
    upgraded: authorized(TOTAL),
    goOn: (order) => accept(merchant().cancel(order)),
    then: { orders: 1, captures: [], payment_status: "canceled" },
  },
  "a paid order": {
    arrange: () => paid(),
    upgraded: captured(TOTAL),
    goOn: (order) => accept(merchant().refund(order, TOTAL)),
    then: refunded(TOTAL),
  },
  "a partly refunded order": {
    arrange: async () => {
      const order = await paid()
      await accept(merchant().refund(order, 10))
      return order
    },
    upgraded: refunded(10),
    goOn: (order) => accept(merchant().refund(order, 21.9)),
    then: refunded(10, 21.9),
  },
  "a refund made in secuOffice": {
    arrange: async () => {
      const order = await paid()
      await shop.sandbox.happen(order.stx, "refund", 500)
      await pushed(shop, order)
      return order
    },
    upgraded: refunded(5),
    goOn: async (order) => {
      await pushed(shop, order)
      await accept(merchant().refund(order, 26.9))
    },
    then: refunded(5, 26.9),
  },
  "an invoice that was not shipped": {
    arrange: () => paid("invoice"),
    upgraded: captured(TOTAL),
    goOn: async (order) => {
      await ship(shop, order)
      await until("the report of the shipment", async () => {
        const [report] = await reportsOf(shop, order)
        return report?.state === "done" ? report : undefined
      })
    },
    then: captured(TOTAL),
  },
  "a debit that the bank has returned": {
    arrange: async () => {
      const order = await paid("debit")
      await shop.sandbox.happen(order.stx, "chargeback")
      await pushed(shop, order)
      expect(await rowOf(shop, order)).toMatchObject({ attention: "disputed" })
      return order
    },
    upgraded: captured(TOTAL),
    goOn: async (order) => {
      expect(await rowOf(shop, order)).toMatchObject({ attention: "disputed" })
      await shop.sandbox.happen(order.stx, "issue_resolved")
      await pushed(shop, order)
      expect(await rowOf(shop, order)).toMatchObject({ attention: null })
    },
    then: captured(TOTAL),
  },
}

const arranged = new Map<string, StartedPayment>()
const arrangedOrders = new Map<string, Paid>()
let tables: string[]

beforeAll(async () => {
  shop = await startShop({
    clock: "stands",
    sandbox: { pushes: false },
    options: { capture: "manual" },
  })
  for (const [name, { arrange }] of Object.entries(STARTED)) arranged.set(name, await arrange())
  for (const [name, { arrange }] of Object.entries(ORDERED)) {
    arrangedOrders.set(name, await arrange())
  }
  await shop.kill()
  const later = (await readMigrations()).slice(migrationNames().indexOf(AFTER_0_1_0))
  for (const { down } of later.toReversed()) await runSql(shop.db, down)
  tables = await readLedgerSchema(shop.db)
  for (const { up } of later) await runSql(shop.db, up)
  await shop.restart()
})

afterAll(() => shop.stop())

it("the tables were those of 0.1.0", () => {
  expect(tables).toEqual(readFileSync(TABLES, "utf8").trimEnd().split("\n"))
})

describe("what was open in 0.1.0 goes on after the upgrade", () => {
  it.each(Object.entries(STARTED))("%s", async (name, { upgraded, goOn, then }) => {
    const payment = arranged.get(name)
    if (!payment) throw new Error(`${name} was not arranged.`)
    expect(await readBooks(shop, payment.cartId)).toMatchObject(upgraded)
    await goOn(payment)
    expect(await readBooks(shop, payment.cartId)).toMatchObject(then)
  })

  it.each(Object.entries(ORDERED))("%s", async (name, { upgraded, goOn, then }) => {
    const found = arrangedOrders.get(name)
    if (!found) throw new Error(`${name} was not arranged.`)
    const order = await withPaymentId(shop, found)
    expect(await readBooks(shop, order.cartId)).toMatchObject(upgraded)
    await goOn(order)
    expect(await readBooks(shop, order.cartId)).toMatchObject(then)
  })

  it("and the audit finds the books in balance", async () => {
    const { code, text } = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01")
    expect(text).toContain("The books balance: no difference.")
    expect(code).toBe(0)
  })
})
