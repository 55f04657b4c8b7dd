import type { Locator, Page } from "playwright-core"

import { describeInBrowser } from "../support/chromium"
import { comeBackToOrder } from "../support/money"
import { goToCheckout, payAt } from "../support/shopper"
import { until } from "../support/until"
import {
  FIRST_PAGE_MS,
  lookAtPart,
  openAdmin,
  takePictureOf,
  type Admin,
  type Look,
  waitForToastsToGo,
} from "./support/admin"
import { openOffice, openShop, type Office } from "./support/office"
import { readFact } from "./support/payment-card"
import { WITH_PICTURES } from "./support/pictures"
import { openStage, STAGE_MS, type Stage } from "./support/stage"

const CARD = "#secuconnect-payment-link"

/** For the documentation; that light pages keep nobody out is seen in English. */
const GERMAN_LIGHT: [string, Look][] = [["in German, light", { language: "de" }]]

/** An order with a link has another word for the first button: the page of one is not taken for another. */
const WORDS = {
  en: { create: "Create payment link", copy: "Copy payment link" },
  de: { create: "Zahlungslink erstellen", copy: "Zahlungslink kopieren" },
}

describeInBrowser("the card Payment link of an order", (executablePath) => {
  let stage: Stage
  let admin: Admin
  let office: Office
  let orderId: string

  beforeAll(async () => {
    stage = await openStage(executablePath)
    office = await openOffice(stage.demo)
    admin = await openAdmin(stage)
    orderId = await buy()
  }, STAGE_MS + FIRST_PAGE_MS)

  afterAll(() => admin.close())

  /** Somebody orders, and is to transfer the money. */
  async function buy(): Promise<string> {
    const shop = openShop(stage.demo)
    const payment = await goToCheckout(shop)
    return await comeBackToOrder(await payAt(shop, payment, { method: "prepaid" }))
  }

  const button = (within: Page | Locator, name: string) =>
    within.getByRole("button", { name, exact: true })

  /** Looks at the order's card, and presses "Send by e-mail" when told. */
  const visitCard = (act: (card: Locator, send: Locator) => Promise<void>) =>
    admin.visit(`/orders/${orderId}`, {}, async (page) => {
      const card = page.locator(CARD)
      const send = button(card, "Send by e-mail")
      await send.waitFor()
      await act(card, send)
      // Whatever was told is gone before the next visit.
      await waitForToastsToGo(page)
    })

  const switchMail = () =>
    admin.visit("/settings/secuconnect", {}, async (page) => {
      await page.getByRole("switch", { name: "Payment link", exact: true }).click()
      await button(page, "Save").click()
      await page.getByText("The settings are saved.").waitFor()
    })

  it("says what to switch on before a link can be sent, and makes none", () =>
    visitCard(async (card, send) => {
      await send.click()
      await card.page().getByText("The payment link was not sent").waitFor()
      await card.page().getByText("Switch the e-mail “Payment link” on first").waitFor()
      expect(await card.getByText("Valid", { exact: true }).count()).toBe(0)
      expect(await office.linkMails(orderId)).toEqual([])
    }))

  describe("when the e-mail is switched on", () => {
    beforeAll(switchMail)
    afterAll(switchMail)

    it("sends the customer one link for a double click, and none again within a minute", () =>
      visitCard(async (card, send) => {
        const page = card.page()
        await send.dblclick()
        await page.getByText("The payment link was sent to the customer.").waitFor()
        await card.getByText("Valid", { exact: true }).waitFor()
        expect(await readFact(card, "Sent by e-mail")).toMatch(/\d/)
        expect(await readFact(card, "Opened")).toBe("Not opened yet")
        await until("the button to be free", async () => (await send.isEnabled()) || undefined)
        await send.click()
        await page.getByText("sent within the last minute already").waitFor()
        expect(await card.getByText("Valid", { exact: true }).count()).toBe(1)
        expect(await office.linkMails(orderId)).toHaveLength(1)
      }))
  })

  it("says who has to do what where Medusa has no notification provider", () =>
    visitCard(async (card, send) => {
      // The demo has one: only the answer of a shop without is put in its place.
      const page = card.page()
      const json = { outcome: "no_provider" }
      await page.route("**/payment-links/mail", (route) => route.fulfill({ json }))
      await send.click()
      await page.getByText("Your developer adds one to medusa-config.").waitFor()
      await page.unroute("**/payment-links/mail")
    }))

  it.each<[string, Look]>([
    ["in English, light", {}],
    ["in German, dark", { language: "de", theme: "dark" }],
    ...(WITH_PICTURES ? GERMAN_LIGHT : []),
  ])("keeps nobody out, in a wide window and in a narrow one, %s", async (_what, look) => {
    const { language = "en", theme = "light" } = look
    const { create, copy } = WORDS[language]
    await admin.visit(`/orders/${await buy()}`, look, async (page) => {
      const card = page.locator(CARD)
      await button(card, create).click()
      await button(card, copy).waitFor()
      const picture = `payment-link-card-${language}-light`
      if (theme === "light") await takePictureOf(card, picture)
      await lookAtPart(page, CARD)
    })
  })
})
