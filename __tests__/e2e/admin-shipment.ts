import { describeInBrowser } from "../support/chromium"
import { ship } from "../support/deliveries"
import { comeBackToOrder } from "../support/money"
import { goToCheckout, payAt } from "../support/shopper"
import { FIRST_PAGE_MS, lookAtPart, openAdmin, type Admin, type Look } from "./support/admin"
import { openOffice, openShop, type Office } from "./support/office"
import { openStage, STAGE_MS } from "./support/stage"

const ORDER = "#secuconnect-order"
const QUESTION = "[role=alertdialog]"

const LOOKS: [string, Look, Words][] = [
  [
    "in German, dark",
    { language: "de", theme: "dark" },
    { menu: "Aktionen", report: "Versand melden", unsent: /Noch nicht versendet: 1 × / },
  ],
  [
    "in English, light",
    { language: "en", theme: "light" },
    { menu: "Actions", report: "Report shipment", unsent: /Not sent yet: 1 × / },
  ],
]

interface Words {
  menu: string
  report: string
  unsent: RegExp
}

describeInBrowser("the shipment of an invoice in the admin", (executablePath) => {
  let office: Office
  let admin: Admin
  let orderId: string
  let stx: string

  beforeAll(async () => {
    const stage = await openStage(executablePath)
    office = await openOffice(stage.demo)
    admin = await openAdmin(stage)
    const shop = openShop(stage.demo)
    const payment = await goToCheckout(shop)
    orderId = await comeBackToOrder(await payAt(shop, payment, { method: "invoice" }))
    stx = payment.stx
    await ship(office, { orderId }, { quantity: 1, tracking_number: "A1" })
  }, STAGE_MS + FIRST_PAGE_MS)

  afterAll(() => admin.close())

  const stateOf = async () => (await office.sandbox.read(stx)).payments[0]?.state

  it.each(LOOKS)(
    "names what was not sent, and asks before it is final, %s",
    async (_look, look, words) => {
      await admin.visit(`/orders/${orderId}`, look, async (page) => {
        const card = page.locator(ORDER)
        await card.getByText(words.unsent).waitFor()
        await lookAtPart(page, ORDER)
        await card.getByRole("button", { name: words.menu, exact: true }).click()
        await page.getByRole("menuitem", { name: words.report }).click()
        const question = page.locator(QUESTION)
        await question.getByText(words.unsent).waitFor()
        await lookAtPart(page, QUESTION)
        await page.keyboard.press("Escape")
        await question.waitFor({ state: "detached" })
      })
      expect(await stateOf()).toBe("waiting_for_shipment")
    },
  )

  it("makes the invoice due when the merchant says that nothing more is sent", () =>
    admin.visit(`/orders/${orderId}`, {}, async (page) => {
      const card = page.locator(ORDER)
      await card.getByRole("button", { name: "Actions", exact: true }).click()
      await page.getByRole("menuitem", { name: "Report shipment" }).click()
      await page.getByRole("button", { name: "Report as complete" }).click()
      await page.getByText("The shipment has been reported to secuconnect.").waitFor()
      expect(await stateOf()).toBe("invoice_open")
      await card.getByText("The invoice is due.").waitFor()
    }))
})
