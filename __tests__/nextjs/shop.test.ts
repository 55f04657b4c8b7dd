import type { BrowserContextOptions } from "playwright-core"

import { openOffice, type Office, type Order } from "../e2e/support/office"
import { withScene } from "../e2e/support/scene"
import { openStage, closeStage, type Stage } from "../e2e/support/stage"
import { describeInBrowser } from "../support/chromium"
import { freePort } from "../support/free-port"
import { until } from "../support/until"
import { BOOK, Customer, PEN } from "./support/customer"
import { buildShop, serveShop } from "./support/nextjs-shop"

const SETUP_MS = 3_600_000

/** How long a payment may take to be booked after it was made, at most. */
const BOOKED_MS = 60_000

/** A waiting page asks every five seconds. */
const NOTICED_MS = 120_000

const NO_STORAGE = `for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } })`

interface Visit {
  customer: Customer
  openWindow: () => Promise<Customer>
}

/*
 * Production mode, and three sites: the shop at shop.localhost, the store at localhost, the payment page at
 * 127.0.0.1. So cookies with `SameSite=Strict` are absent on the way back, as they are in the real world.
 */
describeInBrowser("the Next.js shop", (executablePath) => {
  let stage: Stage
  let office: Office
  let shop: string
  let server: { stop: () => Promise<void> } | undefined
  let visits = 0

  beforeAll(async () => {
    const port = await freePort()
    shop = `http://shop.localhost:${port}`
    await buildShop()
    stage = await openStage(executablePath, shop)
    office = await openOffice(stage.demo)
    server = await serveShop(port, stage.demo)
  }, SETUP_MS)

  afterAll(async () => {
    await server?.stop()
    await closeStage()
  }, SETUP_MS)

  /** A browser without a past visits the shop; nothing may be written to its console as an error. */
  async function visit(
    come: (visit: Visit) => Promise<void>,
    options: BrowserContextOptions & { init?: string } = {},
  ): Promise<void> {
    const { init, ...rest } = options
    const context = await stage.browser.newContext({ locale: "de", ...rest })
    context.setDefaultTimeout(120_000)
    if (init) await context.addInitScript(init)
    visits += 1
    const email = `next${visits}@example.org`
    const errors: string[] = []
    const openWindow = async () => {
      const page = await context.newPage()
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.text()} (${page.url()})`)
      })
      page.on("pageerror", (error) => errors.push(error.message))
      return new Customer(page, shop, email)
    }
    try {
      await come({ customer: await openWindow(), openWindow })
    } catch (error) {
      throw await withScene(error, context.pages(), errors)
    } finally {
      await context.close()
    }
    expect(errors).toEqual([])
  }

  /** The customer's one order, as soon as it is in the given state. */
  const ordered = (customer: Customer, payment_status: string) =>
    until<Order>(
      `an order of ${customer.email} that is ${payment_status}`,
      async () => {
        const [order, ...more] = await office.orders(customer)
        expect(more).toEqual([])
        return order?.payment_status === payment_status ? order : undefined
      },
      BOOKED_MS,
    )

  it("card: the way back brings no cookies, and leads to the order all the same", () =>
    visit(async ({ customer }) => {
      const { page } = customer
      await customer.buy(PEN, "Credit card")
      const back = page.waitForRequest((request) => request.url().includes("/checkout/return?"))
      await customer.pays()
      expect(await (await back).headerValue("cookie")).toBeNull()
      await customer.isThanked()
      await customer.cartWith(0)
      await page.getByRole("status").getByText("Paid").waitFor()
      expect(await page.getByRole("heading", { name: "Please transfer" }).count()).toBe(0)
      await ordered(customer, "captured")
    }))

  it("prepayment: where to transfer to, until the money is there", () =>
    visit(async ({ customer }) => {
      const { page, paymentPage } = customer
      await customer.buy(PEN, "Prepayment")
      const stx = paymentPage.transactionId()
      await customer.pays()
      await paymentPage.backToShop()
      await customer.isThanked()
      await page.getByRole("heading", { name: "Please transfer", exact: true }).waitFor()
      await page.getByText((await office.transferFacts(stx)).purpose, { exact: true }).waitFor()
      await ordered(customer, "awaiting")

      await office.sandbox.happen(stx, "money_arrived")
      await page.getByRole("status").getByText("Paid").waitFor({ timeout: NOTICED_MS })
      await ordered(customer, "captured")
    }))

  it("invoice: where to transfer to, when the goods have come", () =>
    visit(async ({ customer }) => {
      await customer.buy(BOOK, "Invoice")
      await customer.pays()
      await customer.paymentPage.backToShop()
      await customer.isThanked()
      await customer.page.getByRole("heading", { name: /once you have received/ }).waitFor()
      await ordered(customer, "captured")
    }))

  it("declined: the cart is as it was, the method too, and is paid again", () =>
    visit(async ({ customer }) => {
      const { paymentPage } = customer
      await customer.buy(PEN, "Prepayment")
      const declined = paymentPage.transactionId()
      await paymentPage.isDeclined()
      await paymentPage.leave()
      await customer.isBackAtCheckout(/The payment failed/)
      await until("the remembered method", async () =>
        (await customer.method("Prepayment").isChecked()) ? true : undefined,
      )
      expect(await office.orders(customer)).toEqual([])

      await customer.order("Credit card")
      expect(paymentPage.transactionId()).not.toBe(declined)
      await customer.pays()
      await customer.isThanked()
      await ordered(customer, "captured")
    }))

  it("aborted: the cart is as it was, and is paid another way", () =>
    visit(async ({ customer }) => {
      await customer.buy(PEN, "Credit card")
      await customer.paymentPage.cancel()
      await customer.isBackAtCheckout(/You canceled the payment/)
      await customer.order("Prepayment")
      await customer.pays()
      await customer.paymentPage.backToShop()
      await customer.isThanked()
      await ordered(customer, "awaiting")
    }))

  it("left with the browser's back button: ordered again", () =>
    visit(async ({ customer }) => {
      await customer.buy(PEN, "Credit card")
      await customer.page.goBack()
      await customer.order("Credit card")
      await customer.pays()
      await customer.isThanked()
      await ordered(customer, "captured")
    }))

  it("the window is closed after paying: the old cart is none, and names its order", () =>
    visit(async ({ customer, openWindow }) => {
      await customer.buy(PEN, "Credit card")
      await customer.pays()
      await customer.page.close()
      await ordered(customer, "captured")

      const later = await openWindow()
      await later.page.goto(`${shop}/checkout`)
      await later.isThanked()
      await later.putIntoCart(BOOK)
      await later.cartWith(1)
    }))

  it("two tabs: paid in one, and aborted in the other, shows the order", () =>
    visit(async ({ customer, openWindow }) => {
      await customer.buy(PEN, "Credit card")
      const other = await openWindow()
      await other.page.goto(`${shop}/checkout`)
      await other.order("Prepayment")
      await other.pays()
      await other.paymentPage.backToShop()
      await other.isThanked()

      await customer.page.goto(`${shop}/checkout/return?outcome=aborted&payment_session_id=gone`)
      await customer.isThanked()
      await ordered(customer, "awaiting")
    }))

  it("an error at the start is told in a sentence, and the next click works", () =>
    visit(async ({ customer }) => {
      await customer.fillCart(PEN)
      const path = "^/api/v2/Smart/Transactions$"
      await office.sandbox.disturb({ method: "POST", path, fault: "status", status: 400 })
      await customer.orderButton().click()
      await customer.page.locator("[data-code='secuconnect_refused']").waitFor()
      await office.sandbox.calm()
      await customer.order("Credit card")
    }))

  it("blocked storage costs nothing but the memory of the method", () =>
    visit(
      async ({ customer }) => {
        await customer.buy(PEN, "Credit card")
        await customer.pays()
        await customer.isThanked()
      },
      { init: NO_STORAGE },
    ))

  it("without JavaScript the way back leads to the order, and all to pay by is there", async () => {
    let order: Order | undefined
    let purpose = ""
    await visit(async ({ customer }) => {
      await customer.buy(PEN, "Prepayment")
      const stx = customer.paymentPage.transactionId()
      await customer.pays()
      order = await ordered(customer, "awaiting")
      purpose = (await office.transferFacts(stx)).purpose
    })
    await visit(
      async ({ customer }) => {
        const back = `${shop}/checkout/return?outcome=success&order_id=${order?.id ?? ""}`
        await customer.page.goto(back)
        await customer.page.getByRole("link", { name: "Show my order" }).click()
        await customer.isThanked()
        await customer.page.getByText("Waiting for payment").waitFor()
        await customer.page.getByText(purpose, { exact: true }).waitFor()
      },
      { javaScriptEnabled: false },
    )
  })

  it("a transfer that expired is paid again, from the order", () =>
    visit(async ({ customer }) => {
      const { page, paymentPage } = customer
      await customer.buy(PEN, "Prepayment")
      const stx = paymentPage.transactionId()
      await customer.pays()
      await paymentPage.backToShop()
      await customer.isThanked()
      await office.sandbox.happen(stx, "expire")
      await page.getByRole("button", { name: "Pay now" }).click({ timeout: NOTICED_MS })
      await page.waitForURL(/\/hooks\/secuconnect\/pay\//)
    }))
})
