import type { Page } from "playwright-core"

import { fillCart, type CartWish, type OpenShop } from "../../support/shopper"
import { PaymentPage } from "./payment-page"
import type { Words } from "./words"

/** Articles of the seeded catalog. */
export const PEN = "ACME ball pen Modern Line 8050"
export const CASE = "ACME pen case Modern Line"
export const BOOK = "Kleine Geschichte der Tinte"

const NUMBERS = { [PEN]: "PEN-8050", [CASE]: "CASE-01", [BOOK]: "BOOK-INK" }

/** Where the storefront remembers the cart. */
const CART = "papier-und-tinte.cart"

export type Article = keyof typeof NUMBERS

/** Runs in every page that opens: the first time the storefront finds the cart. */
const REMEMBER_ONCE = (cart: string) => `if (localStorage.getItem("${cart}") === null) {
  localStorage.setItem("${cart}", "remembered")
  localStorage.setItem("${CART}", "${cart}")
}`

interface ShopperOptions {
  page: Page
  words: Words
  storefrontUrl: string
  email: string
  /** The same shop without a browser. */
  shop: OpenShop
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
  private readonly shop: OpenShop

  constructor({ page, words, storefrontUrl, email, shop }: ShopperOptions) {
    this.page = page
    this.shop = shop
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

  /** The seeded shop names its shipping in German only. */
  async chooseShipping(shipping: string): Promise<void> {
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

  /** At the payment page, with a cart that was filled as `fillCart` does. */
  async buy(title: Article, shipping?: CartWish["shipping"]): Promise<void> {
    await this.fillCart(title, shipping)
    await this.order()
  }

  /**
   * At the button that orders, with a cart as if it had been filled here: the way there takes a browser
   * long, and has tests of its own.
   */
  async fillCart(title: Article, shipping: CartWish["shipping"] = "pickup"): Promise<void> {
    const items = { [NUMBERS[title]]: 1 }
    const cart = await fillCart(this.shop, { items, shipping, email: this.email })
    await this.page.addInitScript(REMEMBER_ONCE(cart))
    await this.page.goto(`${this.storefrontUrl}/checkout`)
    await this.orderButton().waitFor()
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
