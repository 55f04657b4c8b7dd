import type { Page } from "playwright-core"

import { PaymentPage } from "./payment-page"
import type { Words } from "./words"

/** Articles of the seeded catalog. */
export const PEN = "ACME ball pen Modern Line 8050"
export const CASE = "ACME pen case Modern Line"
export const BOOK = "Kleine Geschichte der Tinte"

/** Shipping options of the seeded shop, which names them in German only. */
export type Shipping = "Standardversand" | "Expressversand" | "Abholung im Laden"

interface ShopperOptions {
  page: Page
  words: Words
  storefrontUrl: string
  email: string
}

/** A person at the storefront, who knows only what is written there. */
export class Shopper {
  readonly page: Page
  readonly words: Words
  /** Nobody else has it: orders are found by it. */
  readonly email: string
  /** The page to which the shopper is sent for paying. */
  readonly paymentPage: PaymentPage
  private readonly storefrontUrl: string

  constructor({ page, words, storefrontUrl, email }: ShopperOptions) {
    this.page = page
    this.words = words
    this.email = email
    this.storefrontUrl = storefrontUrl
    this.paymentPage = new PaymentPage(page, words)
  }

  async enterShop(): Promise<void> {
    // The shop speaks the language of the browser.
    await this.page.goto(this.storefrontUrl)
    await this.sees(this.words.products)
    await this.page.getByRole("button", { name: this.words.add(PEN) }).waitFor()
  }

  async putIntoCart(title: string): Promise<void> {
    await this.press(this.words.add(title))
    await this.page.getByText(this.words.added(title)).waitFor()
  }

  async openCart(): Promise<void> {
    await this.page.getByRole("banner").getByRole("link", { name: this.words.cart }).click()
    await this.sees(this.words.cart)
  }

  async redeem(code: string): Promise<void> {
    await this.page.getByLabel(this.words.code).fill(code)
    await this.press(this.words.redeem)
    await this.page.getByRole("button", { name: this.words.removeCode(code) }).waitFor()
  }

  async goToCheckout(): Promise<void> {
    await this.page.getByRole("link", { name: this.words.toCheckout }).click()
    await this.sees(this.words.checkout)
  }

  /** Types the address of the examples in secuconnect's documentation. */
  async enterAddress(): Promise<void> {
    const { address } = this.words
    await this.fillIn(address.email, this.email)
    await this.fillIn(address.firstName, "Max")
    await this.fillIn(address.lastName, "Mustermann")
    await this.fillIn(address.street, "Musterstr. 11")
    await this.fillIn(address.postalCode, "09123")
    await this.fillIn(address.city, "Musterstadt")
    await this.press(this.words.toShipping)
    await this.page.getByRole("button", { name: this.words.toPayment }).waitFor()
  }

  async chooseShipping(shipping: Shipping): Promise<void> {
    await this.page.getByRole("radio", { name: shipping }).check()
    await this.press(this.words.toPayment)
    await this.orderButton().waitFor()
  }

  orderButton() {
    return this.page.getByRole("button", { name: this.words.order })
  }

  /** Orders, and is sent to the payment page. */
  async order(): Promise<void> {
    await this.orderButton().click()
    await this.paymentPage.isOpen()
  }

  /** From an empty cart to the payment page. */
  async buy(title: string, shipping: Shipping = "Abholung im Laden"): Promise<void> {
    await this.fillCart(title, shipping)
    await this.order()
  }

  /** From an empty cart to the button that orders. */
  async fillCart(title: string, shipping: Shipping = "Abholung im Laden"): Promise<void> {
    await this.enterShop()
    await this.putIntoCart(title)
    await this.openCart()
    await this.goToCheckout()
    await this.enterAddress()
    await this.chooseShipping(shipping)
  }

  /** Is thanked for the order. */
  async isThanked(): Promise<void> {
    await this.sees(this.words.thanks)
  }

  async sees(heading: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor()
  }

  /** Is back at the choice of payment, with a message and the cart as it was. */
  async isBackAtCheckout(message: RegExp, articles: string[]): Promise<void> {
    await this.sees(this.words.checkout)
    await this.page.getByText(message).waitFor()
    await this.orderButton().waitFor()
    for (const title of articles) await this.page.getByText(title, { exact: true }).waitFor()
    const cart = this.words.cartWith(articles.length)
    await this.page.getByRole("link", { name: cart, exact: true }).waitFor()
  }

  private async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click()
  }

  private async fillIn(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value)
  }
}
