import type { Locator } from "playwright-core"

import { describeInBrowser } from "../support/chromium"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { until } from "../support/until"
import { leftOvers, startDemo } from "./support/demo"
import { tabTo } from "./support/keyboard"
import { fetchFinding, takePicture } from "./support/look"
import { openOffice, type Office, type Order } from "./support/office"
import { BOOK, CASE, PEN, type Shopper } from "./support/shopper"
import { openStage, STAGE_MS, type Stage } from "./support/stage"
import { copyField, readField, scanQrCode } from "./support/transfer-card"
import { WORDS } from "./support/words"
import { visit, type Visit, type VisitOptions } from "./support/visit"

/** How long a payment may take to be booked after it was made, at most. */
const BOOKED_MS = 120_000

/** A waiting page asks every five seconds. */
const NOTICED_MS = 60_000

/** The truth comes when the delay is taken away. */
const LATE_MS = 3_600_000

describeInBrowser("buying in the demo", (executablePath) => {
  let stage: Stage
  let office: Office

  beforeAll(async () => {
    stage = await openStage(executablePath)
  }, STAGE_MS)

  const visitShop = (
    shop: (visit: Visit) => Promise<void>,
    how: Pick<VisitOptions, "language" | "width"> = {},
  ) => visit({ browser: stage.browser, demo: stage.demo, ...how }, shop)

  /** The shopper's one order, as soon as it is in the given state. */
  const ordered = (shopper: Shopper, payment_status: string, timeoutMs = BOOKED_MS) =>
    until<Order>(
      `an order of ${shopper.email} that is ${payment_status}`,
      async () => {
        const [order, ...more] = await office.orders(shopper)
        expect(more).toEqual([])
        return order?.payment_status === payment_status ? order : undefined
      },
      timeoutMs,
    )

  const captured = (total: number) => ({
    total,
    payment_collections: [{ captured_amount: total }],
  })

  it(
    "ends as a whole on SIGTERM, and starts again as the same shop",
    async () => {
      const { seconds, stop, ...first } = stage.demo
      await stop()
      expect(await leftOvers(stage.place)).toEqual([])

      stage.demo = await startDemo(stage.place)
      expect(stage.demo).toMatchObject(first)
      const times = `${seconds.toFixed(0)} s, again ${stage.demo.seconds.toFixed(0)} s`
      process.stderr.write(`The demo started in ${times}\n`)
      office = await openOffice(stage.demo)
    },
    STAGE_MS,
  )

  it("is there for this machine only", async () => {
    const { store_url, storefront_url, sandbox_url } = stage.demo
    for (const url of [store_url, storefront_url, sandbox_url]) {
      const at = async (host: string) => (await fetch(url.replace("localhost", host))).status
      expect(await at("127.0.0.1")).toBeGreaterThan(0)
      // Who listens on all addresses listens here as well.
      await expect(at("127.0.0.2")).rejects.toThrow()
    }
  })

  describe.each([
    { language: "de", width: 1280, total: "33,80 €", copied: "33,80" },
    { language: "en", width: 400, total: "€33.80", copied: "33.80" },
  ] as const)("in $language, $width pixels wide", ({ language, width, total, copied }) => {
    const isForReadme = language === "de"

    it("a code is redeemed, prepayment chosen, and the transfer arrives", () =>
      visitShop(
        async ({ shopper }) => {
          const { page, paymentPage, words } = shopper
          const picture = (name: string, fullPage?: boolean) =>
            isForReadme ? takePicture(shopper, name, fullPage) : undefined

          await shopper.enterShop()
          await fetchFinding(shopper)
          await picture("storefront", false)
          await shopper.putIntoCart(PEN)
          await shopper.putIntoCart(CASE)
          await shopper.openCart()
          await shopper.redeem("WELCOME5")
          await fetchFinding(shopper)
          await shopper.goToCheckout()
          await fetchFinding(shopper)
          await shopper.enterAddress()
          await fetchFinding(shopper)
          await shopper.chooseShipping("Standardversand")
          await fetchFinding(shopper)
          await picture("checkout")

          await shopper.order()
          await fetchFinding(shopper)
          await paymentPage.choose("prepaid")
          await picture("payment-page")
          const stx = paymentPage.transactionId()
          await paymentPage.pay("prepaid")
          await fetchFinding(shopper)
          await paymentPage.backToShop()

          await shopper.isThanked()
          await page.getByRole("status").getByText(words.waiting).waitFor()
          await page.getByRole("heading", { name: words.transfer, exact: true }).waitFor()
          await fetchFinding(shopper)
          await picture("confirmation")

          const facts = await office.transferFacts(stx)
          expect(facts.sum).toBe(3380)
          expect(await readField(shopper, "owner")).toBe(facts.owner)
          expect(await readField(shopper, "iban")).toBe(inGroups(facts.iban))
          expect(await readField(shopper, "bic")).toBe(facts.bic)
          expect(await readField(shopper, "bank")).toBe(facts.bankname)
          expect(await readField(shopper, "purpose")).toBe(facts.purpose)
          expect(await readField(shopper, "amount")).toBe(total)

          expect(await copyField(shopper, "owner")).toBe(facts.owner)
          expect(await copyField(shopper, "iban")).toBe(facts.iban)
          expect(await copyField(shopper, "bic")).toBe(facts.bic)
          expect(await copyField(shopper, "bank")).toBe(facts.bankname)
          expect(await copyField(shopper, "purpose")).toBe(facts.purpose)
          expect(await copyField(shopper, "amount")).toBe(copied)

          const { bic, owner, iban, purpose } = facts
          expect((await scanQrCode(shopper))?.split("\n")).toEqual([
            "BCD",
            "002",
            "1",
            "SCT",
            bic,
            owner,
            iban,
            "EUR33.80",
            "",
            "",
            purpose,
          ])

          await ordered(shopper, "awaiting")
          await office.sandbox.happen(stx, "money_arrived")
          expect(await ordered(shopper, "captured")).toMatchObject(captured(33.8))
          await page.getByText(words.arrived).waitFor({ timeout: NOTICED_MS })
          await page.getByRole("status").getByText(words.paid).waitFor()
          await page.getByRole("heading", { name: words.transfer }).waitFor({ state: "detached" })
          await fetchFinding(shopper)
        },
        { language, width },
      ))
  })

  it("two quick clicks on two articles make one cart, and the language is remembered", () =>
    visitShop(async ({ shopper }) => {
      const { page, words } = shopper
      await shopper.enterShop()
      const first = page.getByRole("button", { name: words.add(PEN) }).click()
      await Promise.all([first, page.getByRole("button", { name: words.add(CASE) }).click()])
      await page.getByRole("link", { name: words.cartWith(2) }).waitFor()
      await page.getByRole("button", { name: WORDS.en.switchTo, exact: true }).click()
      await page.reload()
      await page.getByRole("link", { name: WORDS.en.cartWith(2) }).waitFor()
    }))

  it("everything can be done with the keyboard alone", () =>
    visitShop(async ({ shopper }) => {
      const { page, words } = shopper
      const press = async (target: Locator, key = "Enter") => {
        await target.waitFor()
        await tabTo(target)
        await page.keyboard.press(key)
      }
      const button = (name: string | RegExp) => page.getByRole("button", { name }).first()
      const link = (name: string) => page.getByRole("link", { name }).first()

      await page.goto(stage.demo.storefront_url)
      await press(button(words.add(PEN)))
      await page.getByText(words.added(PEN)).waitFor()
      await press(link(words.cart))
      await press(link(words.toCheckout))
      await press(button(words.sampleAddress))
      await press(button(words.toShipping))
      await press(page.getByRole("radio").first(), "Space")
      await press(button(words.toPayment))
      await press(page.getByRole("radio").first(), "Space")
      await press(shopper.orderButton())
      await shopper.paymentPage.isOpen()
      await press(page.getByRole("radio").first(), "Space")
      await press(shopper.paymentPage.payButton())
      await shopper.isThanked()
    }))

  it("a card is paid with, and the money is there at once", () =>
    visitShop(async ({ shopper }) => {
      const { page, paymentPage, words } = shopper
      await shopper.buy(PEN)
      await paymentPage.pay("creditcard")
      expect(await ordered(shopper, "captured")).toMatchObject(captured(15.95))

      // The payment page goes back to the shop by itself.
      await shopper.isThanked()
      await page.getByRole("status").getByText(words.paid).waitFor()
      expect(await page.getByRole("heading", { name: words.transfer }).count()).toBe(0)
      await ordered(shopper, "captured")
    }))

  it("an invoice says where to transfer to, when the goods have come", () =>
    visitShop(async ({ shopper }) => {
      const { page, paymentPage, words } = shopper
      await shopper.buy(BOOK)
      const stx = paymentPage.transactionId()
      await paymentPage.pay("invoice")
      await paymentPage.backToShop()

      await shopper.isThanked()
      await page.getByRole("heading", { name: words.invoice }).waitFor()
      await fetchFinding(shopper)
      const facts = await office.transferFacts(stx)
      expect(await readField(shopper, "owner")).toBe(facts.owner)
      expect(await readField(shopper, "iban")).toBe(inGroups(facts.iban))
      expect(await readField(shopper, "purpose")).toBe(facts.purpose)
      expect(await readField(shopper, "amount")).toBe("18,00 €")
      expect(await scanQrCode(shopper)).toContain(`\n${facts.iban}\nEUR18.00\n`)
      expect(await ordered(shopper, "captured")).toMatchObject(captured(18))
    }))

  describe("a payment that does not succeed leaves the cart as it was", () => {
    it("declined: tried again with the same method", () =>
      visitShop(async ({ shopper }) => {
        const { paymentPage, words } = shopper
        await shopper.buy(PEN)
        const declined = paymentPage.transactionId()
        await paymentPage.isDeclined()
        await paymentPage.leave()
        await shopper.isBackAtCheckout(words.failed, [PEN])
        await fetchFinding(shopper)
        expect(await office.orders(shopper)).toEqual([])

        await shopper.order()
        expect(paymentPage.transactionId()).not.toBe(declined)
        await paymentPage.pay("creditcard")
        await paymentPage.backToShop()
        await shopper.isThanked()
        expect(await ordered(shopper, "captured")).toMatchObject(captured(15.95))
      }))

    it("declined: tried again on the payment page with another method", () =>
      visitShop(async ({ shopper }) => {
        const { paymentPage } = shopper
        await shopper.buy(PEN)
        await paymentPage.isDeclined()
        await fetchFinding(shopper)
        await paymentPage.pay("prepaid")
        await paymentPage.backToShop()
        await shopper.isThanked()
        await ordered(shopper, "awaiting")
      }))

    it("aborted: tried again with another method", () =>
      visitShop(async ({ shopper }) => {
        const { paymentPage, words } = shopper
        await shopper.buy(CASE, "express")
        await paymentPage.cancel()
        await shopper.isBackAtCheckout(words.aborted, [CASE])
        expect(await office.orders(shopper)).toEqual([])

        await shopper.order()
        await paymentPage.pay("prepaid")
        await paymentPage.backToShop()
        await shopper.isThanked()
        expect(await ordered(shopper, "awaiting")).toMatchObject({ total: 27.85 })
      }))

    it("left with the browser's back button: ordered again", () =>
      visitShop(async ({ shopper }) => {
        await shopper.buy(PEN)
        await shopper.page.goBack()
        await shopper.order()
        await shopper.paymentPage.pay("creditcard")
        await shopper.paymentPage.backToShop()
        await shopper.isThanked()
        await ordered(shopper, "captured")
      }))
  })

  it("the browser is closed after paying: the order comes all the same", () =>
    visitShop(async ({ shopper, openWindow }) => {
      await shopper.buy(PEN)
      await shopper.paymentPage.pay("creditcard")
      await shopper.page.close()
      expect(await ordered(shopper, "captured")).toMatchObject(captured(15.95))

      const later = await openWindow()
      await later.enterShop()
      const empty = later.words.cartWith(0)
      await later.page.getByRole("link", { name: empty, exact: true }).waitFor()
    }))

  it("the shopper is back before secuconnect knows of the payment: the page waits for it", async () => {
    await office.sandbox.set({ truth_delay_ms: LATE_MS })
    try {
      await visitShop(async ({ shopper }) => {
        const { page, paymentPage, words } = shopper
        await shopper.buy(PEN)
        await paymentPage.pay("creditcard")
        await paymentPage.backToShop()
        await page.getByRole("status").getByText(words.checking).waitFor()
        expect(await office.orders(shopper)).toEqual([])
        await fetchFinding(shopper)

        await office.sandbox.set({ truth_delay_ms: 0 })
        await shopper.isThanked()
        expect(await ordered(shopper, "captured")).toMatchObject(captured(15.95))
      })
    } finally {
      await office.sandbox.set({ truth_delay_ms: 0 })
    }
  })

  describe("impatience gives one payment and one order", () => {
    it("a double click on the button that orders", () =>
      visitShop(async ({ shopper }) => {
        await shopper.fillCart(PEN)
        const before = await office.transactionIds()
        await shopper.orderButton().dblclick()
        await shopper.paymentPage.isOpen()
        expect(await office.transactionIds()).toHaveLength(before.length + 1)

        await shopper.paymentPage.pay("creditcard")
        await shopper.isThanked()
        await ordered(shopper, "captured")
      }))

    it("a second click on the button that pays, before the first is answered", () =>
      visitShop(async ({ shopper }) => {
        const { paymentPage } = shopper
        await shopper.buy(PEN)
        const stx = paymentPage.transactionId()
        await paymentPage.choose("creditcard")
        const attempts = await paymentPage.payImpatiently()
        await shopper.isThanked()
        expect(attempts).toHaveLength(1)
        expect(await ordered(shopper, "captured")).toMatchObject(captured(15.95))
        expect((await office.sandbox.read(stx)).payments).toHaveLength(1)
      }))

    it("two windows with the same payment page", () =>
      visitShop(async ({ shopper, openWindow }) => {
        await shopper.buy(PEN)
        const other = await openWindow()
        await other.page.goto(shopper.page.url())
        await shopper.paymentPage.pay("creditcard")
        await other.paymentPage.payButton().click()
        await other.sees(other.words.secupay.alreadyPaid)
        await other.paymentPage.backToShop()

        await Promise.all([shopper.isThanked(), other.isThanked()])
        expect(await ordered(shopper, "captured")).toMatchObject(captured(15.95))
      }))

    it("two windows that order the same cart, and pay in both", () =>
      visitShop(async ({ shopper, openWindow }) => {
        await shopper.fillCart(PEN)
        const older = await openWindow()
        await older.page.goto(shopper.page.url())
        await older.order()
        await office.sandbox.disturb(KEEPS_PAGES_OPEN)
        await shopper.order()
        expect(older.paymentPage.transactionId()).not.toBe(shopper.paymentPage.transactionId())

        // The replaced payment is cancelled within a minute; until then it can still be paid.
        await older.paymentPage.payButton().click()
        await older.paymentPage.isOver()
        await shopper.paymentPage.pay("creditcard")
        await office.sandbox.calm()
        await shopper.isThanked()
        expect(await ordered(shopper, "captured")).toMatchObject(captured(15.95))

        await older.enterShop()
        await older.openCart()
        await older.page.getByText(older.words.cartEmpty).waitFor()
        await ordered(shopper, "captured")
      }))
  })
})

const inGroups = (iban: string) => iban.replace(/(.{4})(?=.)/g, "$1 ")
