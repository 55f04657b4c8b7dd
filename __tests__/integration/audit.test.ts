import { z } from "zod"

import { clearElsewhere, stickElsewhere } from "../support/deliveries"
import { buy, createMerchant, type Paid } from "../support/money"
import { rowOf } from "../support/ledger"
import { runScript } from "../support/run-script"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { comeBack, goToCheckout, payAt } from "../support/shopper"
import { runAudit } from "../soak/run-audit"

const ALL = ["from=2020-01-01", "to=2100-01-01"] as const

let shop: Shop
let refunded: Paid
let paid: Paid

const audit = (...args: string[]) => runAudit(shop.command.env, ...args)

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands" })
  refunded = await buy(shop)
  expect(await createMerchant(shop).refund(refunded, 10)).toMatchObject({ status: 200 })
  paid = await buy(shop, { method: "invoice" })
  await comeBack(await payAt(shop, await goToCheckout(shop), { method: "prepaid" }))
  await goToCheckout(shop)
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

describe("the doctor's script", () => {
  const examine = (env: Record<string, string> = {}) =>
    runScript("doctor", { ...shop.command.env, ...env })

  it("finds a shop fit in which customers pay, and warns of what it has for this machine alone", async () => {
    const { code, text } = await examine()
    expect(text).toContain("ok      secuconnect accepts the credentials.")
    expect(text).toMatch(/^warning http:\S+ is not a public address/m)
    expect(text).toMatch(/^ok {6}Customers can pay with secuconnect in /m)
    expect(text).toMatch(/\nCustomers can pay with secuconnect\.\n/)
    expect(code).toBe(0)
  })

  it("says what to mend where credentials are wrong, and not what they are", async () => {
    const { code, text } = await examine({ SECUCONNECT_CLIENT_SECRET: "of-somebody-else" })
    expect(text).toMatch(/^ERROR {3}secuconnect rejects the credentials: check clientId/m)
    expect(text).toMatch(/\nTo be mended: \d\.\n/)
    expect(text).not.toContain("of-somebody-else")
    expect(code).toBe(1)
  })
})

describe("the audit's script", () => {
  it("ends with 0 when the books balance", async () => {
    const { code, text } = await audit(...ALL)
    expect(text).toContain("4 checkouts compared.\nThe books balance: no difference.")
    expect(code).toBe(0)
  })

  it("says what it has not compared, and ends with 2 while orders hang on it", async () => {
    await stickElsewhere(shop, 2)
    const finished = await audit(...ALL)
    expect(finished.text).toMatch(/^2 checkouts at https:\S+ were not compared: /m)
    expect(finished.text).toContain("The books balance: no difference.")
    expect(finished.code).toBe(0)
    const sql = `UPDATE secuconnect_checkout SET order_id = 'order_elsewhere', due_at = now()
      WHERE id = 'scchk_stuck_1'`
    await shop.db.rows(z.unknown(), sql)
    const { code, text } = await audit(...ALL)
    await clearElsewhere(shop)
    expect(text).toMatch(/were not compared, 1 of them with an order that nobody checks any more/)
    expect(code).toBe(2)
  })

  it("ends with 1 and tells what differs, also as a table", async () => {
    const { reference } = await rowOf(shop, refunded)
    const sql = "DELETE FROM refund r USING payment p WHERE p.id = r.payment_id AND p.id = $1"
    await shop.db.rows(z.unknown(), sql, [refunded.paymentId])
    const { code, text } = await audit("--", "--csv", "--from", "2020-01-01", "--to", "2100-01-01")
    const [head, ...rows] = text.trim().split("\n")
    expect(head).toBe(
      "list,reference,order_id,law,currency,expected,found,attention,text,what_to_do",
    )
    const where = `violation,${reference},${refunded.orderId}`
    const found = rows.map((row) => row.split(",").slice(0, 7).join(","))
    expect(found).toContain(`${where},money_missing,eur,21.90,31.90`)
    expect(found).toContain(`${where},order_transactions,eur,0.00,-10.00`)
    expect(code).toBe(1)
  })

  it("ends with 2 when secuconnect cannot be read", async () => {
    await shop.sandbox.disturb({ path: paid.stx, fault: "status", status: 400 })
    const begun = await shop.db.rows(
      z.object({ created_at: z.date() }),
      "SELECT created_at FROM secuconnect_checkout WHERE stx_id = $1",
      [paid.stx],
    )
    const at = begun[0]?.created_at ?? new Date()
    const span = [`from=${at.toISOString()}`, `to=${new Date(at.getTime() + 1).toISOString()}`]
    const { code, text } = await audit(...span)
    expect(text).toMatch(/Could not be read \(1\):/)
    expect(code).toBe(2)
  })

  it("ends with 2 when an argument is not known", async () => {
    const { code, text } = await audit("yesterday")
    expect(text).toContain("Arguments:")
    expect(code).toBe(2)
  })
})
