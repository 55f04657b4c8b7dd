import type { Page } from "playwright-core"

import { describeInBrowser } from "../support/chromium"
import { until } from "../support/until"
import {
  FIRST_PAGE_MS,
  lookAtPart,
  openAdmin,
  takePictureOf,
  type Admin,
  type Look,
} from "./support/admin"
import { WITH_PICTURES } from "./support/pictures"
import { openStage, STAGE_MS, type Stage } from "./support/stage"

const SETTINGS = "#secuconnect-settings"
const CONNECTION = "#secuconnect-connection"

/** For the documentation; that light pages keep nobody out is seen in English. */
const GERMAN_LIGHT: [string, Look][] = [["in German, light", { language: "de" }]]

describeInBrowser("Settings → secuconnect", (executablePath) => {
  let stage: Stage
  let admin: Admin

  beforeAll(async () => {
    stage = await openStage(executablePath)
    admin = await openAdmin(stage)
  }, STAGE_MS + FIRST_PAGE_MS)

  afterAll(() => admin.close())

  /** Somebody logged in, on the page. */
  const visit = (look: Look, act: (page: Page) => Promise<void>, whose = admin) =>
    whose.visit("/settings/secuconnect", look, async (page) => {
      await page.locator("#secuconnect-contractId").waitFor()
      await act(page)
    })

  /** There is nothing left to save. */
  const isSaved = (page: Page) => button(page, "Save").isDisabled()

  const field = (page: Page, name: string) => page.locator(`#secuconnect-${name}`)
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

  it(
    "stands in the menu of the settings, and shows what medusa-config sets without letting it be changed",
    () =>
      visit({}, async (page) => {
        await page.getByRole("link", { name: "secuconnect", exact: true }).waitFor()
        expect(await field(page, "contractId").isDisabled()).toBe(true)
        expect(await field(page, "capture").isDisabled()).toBe(false)
        expect(await page.getByText("Set in medusa-config").count()).toBeGreaterThan(1)
        expect(await button(page, "Save").isDisabled()).toBe(true)
      }),
    FIRST_PAGE_MS,
  )

  it(
    "tells a wrong value at its field, and goes there",
    () =>
      visit({}, async (page) => {
        await field(page, "statementDescriptor").fill("Größe")
        await button(page, "Save").click()
        await page.locator("#secuconnect-statementDescriptor-error").waitFor()
        await page.waitForFunction(
          "document.activeElement.id === 'secuconnect-statementDescriptor'",
        )
        await page.getByText("Nothing was saved.").waitFor()
        await button(page, "Discard").click()
        expect(await field(page, "statementDescriptor").inputValue()).toBe("")
      }),
    FIRST_PAGE_MS,
  )

  it(
    "takes one day or several on which customers are reminded, and nothing else",
    () =>
      visit({}, async (page) => {
        const days = field(page, "prepaymentReminderDays")
        const store = async (written: string) => {
          await days.fill(written)
          await button(page, "Save").click()
        }
        await store("3, soon")
        await page.locator("#secuconnect-prepaymentReminderDays-error").waitFor()
        await store("14; 3 7")
        await page.getByText(/^Paula Tinte, .*: Remind after \(days\)$/).waitFor()
        expect(await days.inputValue()).toBe("3, 7, 14")
        await store("3")
        await until("the one day", async () => (await isSaved(page)) || undefined)
        expect(await days.inputValue()).toBe("3")
        await store("")
        await until("no day", async () => (await isSaved(page)) || undefined)
        expect(await days.inputValue()).toBe("")
      }),
    FIRST_PAGE_MS,
  )

  it(
    "saves with the keyboard alone, and says who changed what; of two people the second is told",
    () =>
      visit({}, async (first) => {
        const colleague = await openAdmin(stage)
        const saveMeanwhile = async (second: Page) => {
          await field(first, "abandonAfterHours").focus()
          await first.keyboard.press("ControlOrMeta+A")
          await first.keyboard.type("48")
          await first.keyboard.press("Enter")
          await first.getByText(/^Paula Tinte, .*: Cancel unpaid after \(hours\)$/).waitFor()

          await field(second, "abandonAfterHours").fill("72")
          await button(second, "Save").click()
          await second.getByText("Paula Tinte has changed the settings").waitFor()
          await button(second, "Reload").click()
          await second.getByText(/^Paula Tinte, /).waitFor()
          expect(await field(second, "abandonAfterHours").inputValue()).toBe("48")
        }
        await visit({}, saveMeanwhile, colleague)
        await colleague.close()
      }),
    FIRST_PAGE_MS,
  )

  it(
    "tests the connection: each result with what to do",
    () =>
      visit({}, async (page) => {
        await button(page, "Test connection").click()
        await page.getByText("secuconnect accepts the credentials.").waitFor()
        await page.getByText(/^Contract GCR_\w+ is valid\.$/).waitFor()
        await page.getByText(/^Credit card: offered in /).waitFor()
        await page.getByText(/is not a public address/).waitFor()
      }),
    FIRST_PAGE_MS,
  )

  it(
    "says that no e-mails are sent, shows each one, and sends a sample to who is logged in",
    () =>
      visit({}, async (page) => {
        const notice = page.getByText("No e-mails are sent yet")
        await notice.waitFor()
        await button(page, "Preview: Refund").click()
        const mail = page.frameLocator("iframe")
        await mail.getByText("We have refunded €31.90 to you", { exact: true }).waitFor()
        await page.keyboard.press("Escape")
        await button(page, "Send me a sample: Refund").click()
        await page.getByText(/^A sample is on its way to .+@.+\.$/).waitFor()
        await page.getByRole("switch", { name: "Refund", exact: true }).click()
        await notice.waitFor({ state: "detached" })
        await page.getByLabel("Refund: Template").fill("d-4711")
        await button(page, "Save").click()
        await page.getByText(/^Paula Tinte, .*: E-mails$/).waitFor()
        expect(await page.getByLabel("Refund: Template").inputValue()).toBe("d-4711")
        await page.getByRole("switch", { name: "Refund", exact: true }).click()
        await button(page, "Save").click()
        await notice.waitFor()
      }),
    FIRST_PAGE_MS,
  )

  it(
    "opens a trial payment in a new tab, which ends on a page of its own",
    () =>
      visit({}, async (page) => {
        await button(page, "Start test payment").click()
        const link = page.getByRole("link", { name: /^Open the payment page of STX_/ })
        const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click()])
        await tab
          .getByText(/1[.,]00/)
          .first()
          .waitFor()
      }),
    FIRST_PAGE_MS,
  )

  it.each<[string, Look]>([
    ["in English, light", {}],
    ["in German, dark", { language: "de", theme: "dark" }],
    ...(WITH_PICTURES ? GERMAN_LIGHT : []),
  ])(
    "keeps nobody out, in a wide window and in a narrow one, %s",
    async (_what, look) => {
      // Elsewhere and back: the results of an earlier test of the connection are gone then.
      await admin.visit("/settings/profile", look, (page) =>
        page.locator(SETTINGS).waitFor({ state: "detached" }),
      )
      await visit(look, async (page) => {
        const { language = "en", theme = "light" } = look
        await takePictureOf(page.locator(SETTINGS), `settings-${language}-${theme}`)
        await button(page, language === "de" ? "Verbindung testen" : "Test connection").click()
        await page.locator("ul[aria-live] li").first().waitFor()
        await takePictureOf(page.locator(CONNECTION), `connection-${language}-${theme}`)
        await lookAtPart(page, SETTINGS)
      })
    },
    FIRST_PAGE_MS,
  )
})
