import { readFileSync } from "node:fs"
import type { Locator, Page } from "playwright-core"
import { z } from "zod"

import { describeInBrowser } from "../support/chromium"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { comeBackInVain, comeBackToOrder } from "../support/money"
import { comeBack, fillCart, goToCheckout, LAST_SEAL, payAt } from "../support/shopper"
import type { Method } from "../support/sandbox-control"
import { until } from "../support/until"
import {
  FIRST_PAGE_MS,
  lookAtPart,
  openAdmin,
  takePictureOf,
  type Admin,
  type Look,
} from "./support/admin"
import { tabTo } from "./support/keyboard"
import { WITH_PICTURES } from "./support/pictures"
import { openOffice, openShop, type Office } from "./support/office"
import { copyWith, readFact } from "./support/payment-card"
import { PEN } from "./support/shopper"
import { openStage, STAGE_MS, type Stage } from "./support/stage"
import { visit } from "./support/visit"

const ORDER = "#secuconnect-order"
const PAYMENTS = "#secuconnect-payments"
const REGION = "#secuconnect-region"
const DRAWER = "[role=dialog]"

/** An open page asks the server every ten seconds. */
const NOTICED_MS = 120_000

const choicesReply = z.object({ payment_methods: z.array(z.object({ provider_id: z.string() })) })

/** For the documentation; that light pages keep nobody out is seen in English. */
const GERMAN_LIGHT: [string, Look][] = [["in German, light", { language: "de" }]]

/** What the tests of the looks go by. */
const WORDS = {
  en: {
    transfer: "Bank transfer details",
    disputed: "Chargeback or returned debit",
    history: "Show history",
    hideHistory: "Hide history",
    all: "All",
    attention: "Needs attention",
    prepayment: "Prepayment",
  },
  de: {
    transfer: "Bankverbindung für die Überweisung",
    disputed: "Rückbuchung oder Rücklastschrift",
    history: "Verlauf anzeigen",
    hideHistory: "Verlauf ausblenden",
    all: "Alle",
    attention: "Handlungsbedarf",
    prepayment: "Vorkasse",
  },
}

interface Paid {
  orderId: string
  stx: string
}

describeInBrowser("payments in the admin", (executablePath) => {
  let stage: Stage
  let admin: Admin
  let office: Office
  let shop: ReturnType<typeof openShop>

  beforeAll(async () => {
    stage = await openStage(executablePath)
    office = await openOffice(stage.demo)
    shop = openShop(stage.demo)
    // Before anybody asks: what a contract offers is remembered for minutes.
    const methods: Method[] = ["creditcard", "debit", "invoice", "prepaid", "paypal"]
    await office.sandbox.set({ methods })
    admin = await openAdmin(stage)
  }, STAGE_MS + FIRST_PAGE_MS)

  afterAll(() => admin.close())

  const button = (within: Page | Locator, name: string | RegExp) =>
    within.getByRole("button", { name, exact: true })

  /** An order that was paid for in another browser. */
  async function buy(method: Method): Promise<Paid> {
    const payment = await goToCheckout(shop)
    const orderId = await comeBackToOrder(await payAt(shop, payment, { method }))
    return { orderId, stx: payment.stx }
  }

  /** Pays with a card, on a payment page that is out of date: the cart has changed meanwhile. */
  async function payTooLate(): Promise<{ stx: string; reference: string }> {
    await office.sandbox.disturb(KEEPS_PAGES_OPEN)
    const payment = await goToCheckout(shop)
    const path = `/store/carts/${payment.cartId}/promotions`
    await shop.store.ok(z.unknown(), path, { body: { promo_codes: ["WELCOME5"] } })
    await comeBack(await payAt(shop, payment, { method: "creditcard" }))
    await office.sandbox.calm()
    const { merchant_ref } = await office.sandbox.read(payment.stx)
    return { stx: payment.stx, reference: merchant_ref ?? "" }
  }

  /** The waiting order that a shopper has placed in the shop. */
  let waiting: Paid
  let disputed: Paid
  let waitingLong: Paid | undefined

  it("are switched on and off for each region: at once, and not what the contract lacks", async () => {
    const providersOf = async (cartId: string) => {
      const path = `/store/secuconnect/payment-methods?cart_id=${cartId}`
      const { payment_methods } = await shop.store.ok(choicesReply, path)
      return payment_methods.map(({ provider_id }) => provider_id)
    }
    const PREPAID = "pp_secuconnect-prepaid_secuconnect"
    const cartId = await fillCart(shop)
    await admin.visit(`/settings/regions/${stage.demo.region_id}`, {}, async (page) => {
      const prepaid = page.getByRole("switch", { name: "Prepayment" })
      await prepaid.waitFor()
      await tabTo(prepaid)
      await page.keyboard.press("Space")
      await page.getByText("Prepayment is now disabled.").waitFor()
      expect(await providersOf(cartId)).not.toContain(PREPAID)

      await prepaid.click()
      await page.getByText("Prepayment is now enabled.").waitFor()
      await until("the switch to be on", async () => (await prepaid.isChecked()) || undefined)
      expect(await providersOf(cartId)).toContain(PREPAID)

      const easycredit = page.getByRole("switch", { name: "easyCredit instalments" })
      await easycredit.click()
      await page.getByText("easyCredit instalments is now disabled.").waitFor()
      await page
        .getByText("Your contract with secupay does not include this payment method.")
        .waitFor()
      // While something is being switched all of them are disabled.
      await until("the others to be enabled", async () => (await prepaid.isEnabled()) || undefined)
      expect(await easycredit.isDisabled()).toBe(true)
    })
  })

  it("show in the order where the buyer transfers to, as secuconnect says it, to be copied", async () => {
    await visit({ browser: stage.browser, demo: stage.demo, language: "en" }, async (there) => {
      const { shopper } = there
      const { page, paymentPage } = shopper
      await shopper.fillCart(PEN)
      await page.getByRole("radio", { name: "Prepayment" }).check()
      await shopper.order()
      const stx = paymentPage.transactionId()
      await paymentPage.payButton().click()
      await paymentPage.backToShop()
      await shopper.isThanked()
      const [order] = await office.orders(shopper)
      waiting = { orderId: order?.id ?? "", stx }
    })

    const facts = await office.transferFacts(waiting.stx)
    const grouped = facts.iban.replace(/(.{4})(?=.)/g, "$1 ")
    expect(facts.sum).toBe(1595)
    await admin.visit(`/orders/${waiting.orderId}`, {}, async (page) => {
      const card = page.locator(ORDER)
      await card.getByText("Waiting for bank transfer").waitFor()
      expect(await readFact(card, "Recipient")).toBe(facts.owner)
      expect(await readFact(card, "IBAN")).toBe(grouped)
      expect(await readFact(card, "BIC")).toBe(facts.bic)
      expect(await readFact(card, "Bank")).toBe(facts.bankname)
      expect(await readFact(card, "Payment reference")).toBe(facts.purpose)
      expect(await readFact(card, "Outstanding")).toBe("€15.95")
      expect(await readFact(card, "Smart Transaction")).toBe(waiting.stx)

      const copied = (name: string) => copyWith(button(card, `Copy: ${name}`))
      expect(await copied("IBAN")).toBe(facts.iban)
      expect(await copied("Payment reference")).toBe(facts.purpose)
      expect(await copied("Outstanding")).toBe("15.95")
      expect(await copied("Smart Transaction")).toBe(waiting.stx)
      expect(await copyWith(button(card, "Copy as text for an e-mail"))).toBe(
        [
          "Please transfer:",
          `Recipient: ${facts.owner}`,
          `IBAN: ${grouped}`,
          `BIC: ${facts.bic}`,
          `Bank: ${facts.bankname}`,
          `Payment reference: ${facts.purpose}`,
          "Outstanding: €15.95",
        ].join("\n"),
      )
    })
  })

  it("can be looked after in the order with the keyboard alone", () =>
    admin.visit(`/orders/${waiting.orderId}`, {}, async (page) => {
      const card = page.locator(ORDER)
      const { keyboard } = page
      const menu = button(card, "Actions")
      await tabTo(menu)
      await keyboard.press("Enter")
      const cancel = page.getByRole("menuitem", { name: "Cancel payment" })
      await cancel.waitFor()
      await keyboard.press("Escape")
      await cancel.waitFor({ state: "detached" })
      await keyboard.press("Enter")
      await cancel.waitFor()
      await tabTo(cancel, "ArrowDown")
      await keyboard.press("Enter")
      const question = page.getByRole("alertdialog", { name: "Cancel this payment?" })
      await question.waitFor()
      await keyboard.press("Escape")
      await question.waitFor({ state: "detached" })
      expect(await office.sandbox.read(waiting.stx)).toMatchObject({ status: "pending" })

      const copyIban = button(card, "Copy: IBAN")
      await tabTo(copyIban)
      const told = copyIban.getByText("Copied")
      // It is told for two seconds only: look out for it before pressing.
      await Promise.all([told.waitFor({ state: "attached" }), keyboard.press("Enter")])
      const started = card.getByText("Payment created")
      expect(await started.isVisible()).toBe(false)
      await tabTo(button(card, "Show history"))
      await keyboard.press("Space")
      await started.waitFor()
    }))

  it("follow on an open page, when the money arrives and when it is refunded there", () =>
    admin.visit(`/orders/${waiting.orderId}`, {}, async (page) => {
      const card = page.locator(ORDER)
      await card.getByText("Bank transfer details").waitFor()
      await office.sandbox.happen(waiting.stx, "money_arrived")
      await card.getByText("Paid", { exact: true }).first().waitFor({ timeout: NOTICED_MS })
      expect(await readFact(card, "Captured")).toBe("€15.95")
      expect(await card.getByText("Bank transfer details").count()).toBe(0)

      // Medusa's own section of the order has followed as well: it offers the refund.
      const booked = page.locator("div.divide-dashed").filter({
        has: page.getByRole("heading", { name: "Payments", exact: true }),
      })
      await booked.getByText("Captured").first().waitFor()
      await booked.getByRole("button").last().click()
      await page.getByRole("menuitem", { name: "Refund" }).click()
      const form = page.getByRole("dialog")
      await form.locator('input[name="amount"]').fill("5.95")
      await button(form, "Save").click()
      await card.getByText("Partially refunded").waitFor()
      expect(await readFact(card, "Refunded")).toBe("€5.95")
      const { payments } = await office.sandbox.read(waiting.stx)
      expect(payments.find(({ refund_of }) => refund_of === null)?.effective_amount).toBe(1000)
    }))

  it("say on top of the order's card, and in a view of their own, what needs a person", async () => {
    disputed = await buy("debit")
    await admin.visit(`/orders/${disputed.orderId}`, {}, async (page) => {
      const card = page.locator(ORDER)
      await card.getByText("Paid", { exact: true }).first().waitFor()
      await office.sandbox.happen(disputed.stx, "chargeback")
      const warning = card.getByRole("heading", { name: "Chargeback or returned debit" })
      await warning.waitFor({ timeout: NOTICED_MS })
      await card.getByText("Disputed", { exact: true }).first().waitFor()
      const guide = card.getByRole("link", { name: "Read more in the guide" })
      expect(await guide.getAttribute("href")).toMatch(
        /merchant-guide\.md#chargeback-or-returned-debit$/,
      )
      await card.getByText(/^A card payment was disputed or .* Stop the shipment/).waitFor()
    })
    await admin.visit("/secuconnect", {}, async (page) => {
      await button(page, "Needs attention").click()
      const row = page.getByRole("row").filter({ hasText: "Chargeback or returned debit" })
      await row.click()
      const drawer = page.getByRole("dialog")
      await drawer.getByText(disputed.stx).waitFor()
      await drawer.getByRole("link", { name: /^Order #\d+$/ }).click()
      await page.waitForURL(`**/orders/${disputed.orderId}`)
    })
  })

  it("refund money without an order: with the keyboard alone, and never without a question", () =>
    admin.visit("/secuconnect", {}, async (page) => {
      const { keyboard } = page
      const attention = button(page, "Needs attention")
      await attention.waitFor()
      await tabTo(attention)
      await keyboard.press("Enter")
      const { stx, reference } = await payTooLate()
      const opens = page.getByRole("button", { name: `open payment ${reference}` })
      await opens.waitFor()
      await tabTo(opens)
      await keyboard.press("Enter")
      const drawer = page.getByRole("dialog")
      await drawer.getByRole("heading", { name: "Payment without order" }).waitFor()
      await keyboard.press("Escape")
      await drawer.waitFor({ state: "detached" })
      await tabTo(opens)
      await keyboard.press("Enter")

      const refund = button(drawer, "Refund payment")
      await refund.waitFor()
      await tabTo(refund)
      await keyboard.press("Enter")
      const question = page.getByRole("alertdialog", { name: "Refund €31.90?" })
      await question.waitFor()
      await keyboard.press("Escape")
      await question.waitFor({ state: "detached" })
      expect(await effectiveAmount(office, stx)).toBe(3190)

      await tabTo(refund)
      await keyboard.press("Enter")
      await question.waitFor()
      await tabTo(button(question, "Refund"))
      await keyboard.press("Enter")
      await page.getByText("The payment is being refunded to the customer.").waitFor()
      expect(await effectiveAmount(office, stx)).toBe(0)
      await drawer.getByText("Refunded", { exact: true }).first().waitFor()
      expect(await drawer.getByText("Payment without order").first().isVisible()).toBe(false)
      await keyboard.press("Escape")
      await opens.waitFor({ state: "detached" })
    }))

  it("are filtered, searched, sorted and exported as they are shown", () =>
    admin.visit("/secuconnect", {}, async (page) => {
      const rows = page.locator(`${PAYMENTS} tbody tr`)
      const shown = (count: number) =>
        until(`${count} rows`, async () => ((await rows.count()) === count ? count : undefined))
      await button(page, "All").click()
      await shown(3)
      await page.getByRole("searchbox").fill(disputed.stx)
      await shown(1)
      await page.getByRole("searchbox").fill("")
      await shown(3)

      await page
        .locator(PAYMENTS)
        .getByRole("button", { name: /filter/i })
        .click()
      await page.getByRole("menuitem", { name: "Payment method" }).click()
      await page.getByText("Direct debit", { exact: true }).last().click()
      await page.keyboard.press("Escape")
      await shown(1)
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        button(page, "Export").click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^secuconnect-\d{4}-\d\d-\d\d\.csv$/)
      const [, ...lines] = readFileSync(await download.path(), "utf8")
        .trimEnd()
        .split("\r\n")
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain(disputed.stx)

      await lookAtPart(page, PAYMENTS)
      await button(page, "Remove this filter").click()
      await shown(3)
    }))

  describe.each<[string, Look]>([
    ["in English, light", {}],
    ["in German, dark", { language: "de", theme: "dark" }],
    ...(WITH_PICTURES ? GERMAN_LIGHT : []),
  ])("keep nobody out, in a wide window and in a narrow one, %s:", (_what, look) => {
    const { language = "en", theme = "light" } = look
    const words = WORDS[language]
    const see = async (page: Page, part: string, what: string) => {
      await takePictureOf(page.locator(part), `${what}-${language}-${theme}`)
      await lookAtPart(page, part)
    }

    it("the order's card", async () => {
      waitingLong ??= await buy("prepaid")
      await admin.visit(`/orders/${waitingLong.orderId}`, look, async (page) => {
        await page.locator(ORDER).getByText(words.transfer).waitFor()
        await see(page, ORDER, "order-prepayment")
      })
      await admin.visit(`/orders/${disputed.orderId}`, look, async (page) => {
        await page.locator(ORDER).getByText(words.disputed).first().waitFor()
        await button(page, words.history).click()
        await see(page, ORDER, "order-dispute")
        await button(page, words.hideHistory).click()
      })
    })

    it("the list of payments, and one of them beside it", () =>
      admin.visit("/secuconnect", look, async (page) => {
        await button(page, words.all).click()
        await page.locator(`${PAYMENTS} tbody tr`).nth(3).waitFor()
        await see(page, PAYMENTS, "payments")
        await button(page, words.attention).click()
        await page.locator(`${PAYMENTS} tbody tr`).nth(1).waitFor({ state: "detached" })
        await see(page, PAYMENTS, "payments-attention")
        await page.locator(`${PAYMENTS} tbody tr`).first().click()
        await page.locator(DRAWER).getByText(words.disputed).first().waitFor()
        await see(page, DRAWER, "payment")
        await page.keyboard.press("Escape")
        await page.locator(DRAWER).waitFor({ state: "detached" })
      }))

    it("the region's methods", () =>
      admin.visit(`/settings/regions/${stage.demo.region_id}`, look, async (page) => {
        await page.locator(REGION).getByText(words.prepayment).waitFor()
        await see(page, REGION, "region")
      }))
  })

  /** The only one of its kind is sold while somebody else is on the payment page. */
  async function promiseForNothing(): Promise<{ stx: string; reference: string }> {
    const items = { [LAST_SEAL]: 1 }
    const winner = await goToCheckout(shop, { items })
    const loser = await goToCheckout(shop, { items })
    await comeBack(await payAt(shop, winner))
    await comeBackInVain(await payAt(shop, loser, { method: "prepaid" }))
    const { merchant_ref } = await office.sandbox.read(loser.stx)
    return { stx: loser.stx, reference: merchant_ref ?? "" }
  }

  it("say why a promise has no order, in both languages, and cancel it after a question", async () => {
    const { stx, reference } = await promiseForNothing()
    const german = "Ursache: Ein Artikel ist nicht mehr in dieser Menge vorrätig."
    await admin.visit("/secuconnect", { language: "de" }, async (page) => {
      await page.getByRole("button", { name: `Zahlung ${reference} öffnen` }).click()
      const drawer = page.getByRole("dialog")
      await drawer
        .getByRole("heading", { name: "Bestellung konnte nicht angelegt werden" })
        .waitFor()
      await drawer.getByText(german).first().waitFor()
      await lookAtPart(page, DRAWER)
      await button(drawer, "Schließen").first().click()
      await drawer.waitFor({ state: "detached" })
    })
    await admin.visit("/secuconnect", {}, async (page) => {
      await page.getByRole("button", { name: `open payment ${reference}` }).click()
      const drawer = page.getByRole("dialog")
      await drawer.getByRole("heading", { name: "Order could not be placed" }).waitFor()
      await button(drawer, "Cancel payment").click()
      const question = page.getByRole("alertdialog", { name: "Cancel this payment?" })
      await button(question, "Cancel payment").click()
      await page.getByText("The payment has been canceled.").waitFor()
      expect(await office.sandbox.read(stx)).toMatchObject({ status: "cancelled" })
      await drawer
        .getByRole("heading", { name: "Order could not be placed" })
        .waitFor({ state: "detached" })
      await page.keyboard.press("Escape")
    })
  })
})

/** What is left at secuconnect of a payment, in minor units. */
async function effectiveAmount(office: Office, stx: string): Promise<number | undefined> {
  const { payments } = await office.sandbox.read(stx)
  return payments.find(({ refund_of }) => refund_of === null)?.effective_amount
}
