import type { Page } from "playwright-core"

import type { Words } from "./words"

/** A way to pay that the tests use, by the vendor's name. */
export type PaymentMethod = keyof Words["secupay"]["methods"]

/** How long an answer takes when a shopper is impatient. */
const ANSWER_MS = 600

/** The shopper at secupay's page, here the sandbox's. */
export class PaymentPage {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  async isOpen(): Promise<void> {
    await this.page.getByRole("heading", { name: this.words.secupay.heading }).waitFor()
  }

  /** Id of the Smart Transaction that is paid here, from the page's address. */
  transactionId(): string {
    return new URL(this.page.url()).searchParams.get("stx") ?? ""
  }

  async choose(method: PaymentMethod): Promise<void> {
    await this.page.getByRole("radio", { name: this.words.secupay.methods[method] }).check()
  }

  payButton() {
    return this.page.getByRole("button", { name: this.words.secupay.pay })
  }

  /**
   * Pays with two clicks, of which the second comes before the first is answered.
   *
   * @returns the addresses that payments were sent to: one address for each that left the browser
   */
  async payImpatiently(): Promise<string[]> {
    const attempts: string[] = []
    await this.page.route(/\/pay\?/, async (route) => {
      if (route.request().method() === "POST") {
        attempts.push(route.request().url())
        await this.page.waitForTimeout(ANSWER_MS)
      }
      await route.continue()
    })
    await this.payButton().scrollIntoViewIfNeeded()
    const button = await this.payButton().boundingBox()
    if (!button) throw new Error("The button that pays is not visible.")
    const { mouse } = this.page
    const middle = [button.x + button.width / 2, button.y + button.height / 2] as const
    await mouse.click(...middle)
    await this.page.waitForTimeout(ANSWER_MS / 2)
    await mouse.click(...middle)
    return attempts
  }

  /** Pays, and stays on the page that says thank you. */
  async pay(method: PaymentMethod): Promise<void> {
    await this.choose(method)
    await this.payButton().click()
    await this.page.getByRole("heading", { name: this.words.secupay.done }).waitFor()
  }

  /** Nothing can be paid here any more: it was paid, or it was cancelled. */
  async isOver(): Promise<void> {
    const { done, cancelled } = this.words.secupay
    const paid = this.page.getByRole("heading", { name: done })
    await paid.or(this.page.getByRole("heading", { name: cancelled })).waitFor()
  }

  async isDeclined(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.secupay.decline }).click()
    await this.page.getByRole("alert").getByText(this.words.secupay.declined).waitFor()
  }

  /** Goes back without having tried to pay. */
  async cancel(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.secupay.cancel }).click()
  }

  /** Goes back after a payment that was declined. */
  async leave(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.secupay.leave }).click()
  }

  /** Follows the link that all pages have at the end of a payment. */
  async backToShop(): Promise<void> {
    await this.page.getByRole("link", { name: this.words.secupay.back }).click()
  }
}
