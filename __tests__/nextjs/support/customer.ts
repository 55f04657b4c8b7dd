import type { Page } from "playwright-core"

import { PaymentPage } from "../../e2e/support/payment-page"
import { WORDS } from "../../e2e/support/words"

/** Articles of the seeded catalog, as the shop's addresses name them. */
export const PEN = "ACME ball pen Modern Line 8050"
export const BOOK = "Kleine Geschichte der Tinte"

export type MethodName = "Credit card" | "Prepayment" | "Invoice"

/** A person at the Next.js shop, who knows only what is written there. */
export class Customer {
  readonly paymentPage: PaymentPage

  constructor(
    readonly page: Page,
    private readonly shop: string,
    /** Nobody else has it: orders are found by it. */
    readonly email: string,
  ) {
    this.paymentPage = new PaymentPage(page, WORDS.en)
  }

  async putIntoCart(title: string): Promise<void> {
    await this.page.goto(this.shop)
    await this.page.getByRole("link", { name: title }).click()
    await this.press("Add to cart")
    await this.sees("Cart")
  }

  /** From an empty cart to the button that orders. */
  async fillCart(title: string): Promise<void> {
    await this.putIntoCart(title)
    await this.page.getByRole("link", { name: "Go to checkout" }).click()
    const address = {
      "E-mail": this.email,
      "First name": "Max",
      "Last name": "Mustermann",
      "Street address": "Musterstr. 11",
      "Postal code": "09123",
      City: "Musterstadt",
    }
    for (const [label, value] of Object.entries(address)) {
      await this.page.getByLabel(label).fill(value)
    }
    await this.press("Save address")
    await this.page.getByRole("radio", { name: /Abholung/ }).check()
    await this.press("Choose shipping")
    await this.orderButton().waitFor()
  }

  orderButton() {
    return this.page.getByRole("button", { name: "Buy now" })
  }

  method(name: MethodName) {
    return this.page.getByRole("radio", { name })
  }

  /** Orders what is in the cart, and is sent to the payment page. */
  async order(name: MethodName): Promise<void> {
    await this.method(name).check()
    await this.orderButton().click()
    await this.paymentPage.isOpen()
  }

  async buy(title: string, name: MethodName): Promise<void> {
    await this.fillCart(title)
    await this.order(name)
  }

  /** Pays on the payment page, which has the chosen method only. */
  async pays(): Promise<void> {
    await this.paymentPage.payButton().click()
    await this.sees(WORDS.en.secupay.done)
  }

  async isThanked(): Promise<void> {
    await this.sees("Thank you for your order!")
  }

  /** Is back at the choice of payment, with the cart as it was. */
  async isBackAtCheckout(notice: RegExp): Promise<void> {
    await this.sees("Checkout")
    await this.page.getByRole("status").getByText(notice).waitFor()
    await this.cartWith(1)
    await this.orderButton().waitFor()
  }

  /** The header's link, which is made on the server from the cookie. */
  async cartWith(count: number): Promise<void> {
    await this.page.getByRole("link", { name: `Cart (${count})` }).waitFor()
  }

  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor()
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click()
  }
}
