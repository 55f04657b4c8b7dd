import { chromium } from "playwright-core"
import { z } from "zod"

import { editOrder, exchangeArticle } from "../support/carts/after-the-order"
import { tick } from "../support/carts/tick"
import { describeInBrowser } from "../support/chromium"
import { makeDue } from "../support/ledger"
import { buy, createMerchant } from "../support/money"
import { sumsOf } from "../support/order-sums"
import {
  convertDraft,
  expiredOrder,
  makeDraft,
  makeLink,
  placeManually,
  seeCancelled,
} from "../support/payment-links"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, variantIds } from "../support/shopper"
import { PayVisits, type Device } from "./support/pay-visit"
import { BROWSER_ARGS } from "./support/stage"
import type { Language } from "./support/words"

const WORDS = {
  de: {
    ...{ open: "Bestellung bezahlen", paid: "Vielen Dank, es ist nichts mehr zu bezahlen" },
    ...{ whole: "Der Betrag Ihrer Bestellung.", edit: /geändert: Das ist die Differenz/ },
    ...{ expired: "Ihre Überweisung ist nicht rechtzeitig eingegangen.", exchange: /Umtausch/ },
  },
  en: {
    ...{ open: "Pay for your order", paid: "Thank you, there is nothing left to pay" },
    ...{ whole: "The amount of your order.", edit: /changed: this is the difference/ },
    ...{ expired: "Your transfer did not arrive in time.", exchange: /for your exchange/ },
  },
} as const

interface Story {
  what: string
  device: Device
  language: Language
  /** Makes the order; its id. */
  order: (shop: Shop) => Promise<string>
  why: "whole" | "edit" | "expired" | "exchange"
  sum: string
}

const dearer = async (shop: Shop, change: typeof editOrder) => {
  const { orderId } = await buy(shop)
  await change({ shop, orderId, variant_id: (await variantIds(shop)).get(CASE) ?? "" })
  return orderId
}

const STORIES: Story[] = [
  {
    ...{ what: "whose transfer expired", device: "phone", language: "en" },
    ...{ why: "expired", sum: "€31.90" },
    order: async (shop) => (await expiredOrder(shop)).orderId,
  },
  {
    ...{ what: "that was a draft", device: "desktop", language: "de" },
    ...{ why: "whole", sum: "17,95 €" },
    order: async (shop) => {
      const id = await makeDraft(shop)
      await convertDraft(shop, id)
      return id
    },
  },
  {
    ...{ what: "that costs more after an edit", device: "desktop", language: "en" },
    ...{ why: "edit", sum: "€17.95" },
    order: (shop) => dearer(shop, editOrder),
  },
  {
    ...{ what: "that costs more after an exchange", device: "phone", language: "de" },
    ...{ why: "exchange", sum: "2,00 €" },
    order: (shop) => dearer(shop, exchangeArticle),
  },
  {
    ...{ what: "placed with Medusa's manual provider", device: "desktop", language: "de" },
    ...{ why: "whole", sum: "31,90 €" },
    order: placeManually,
  },
]

const paymentsReply = z.object({
  order: z.object({
    payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })),
  }),
})

/** The first payment that Medusa has of an order. */
async function paymentOf(shop: Shop, { orderId }: { orderId: string }) {
  const path = `/admin/orders/${orderId}?fields=payment_collections.payments.id`
  const { payment_collections } = (await shop.admin.ok(paymentsReply, path)).order
  const [payment] = payment_collections.flatMap(({ payments }) => payments)
  return { paymentId: payment?.id ?? "" }
}

describeInBrowser("through a link, without a script, an order", (executablePath) => {
  let shop: Shop
  let visits: PayVisits
  let close: () => Promise<void>

  beforeAll(async () => {
    shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
    visits = new PayVisits(browser)
    close = () => browser.close()
  })

  afterAll(async () => {
    await close()
    await shop.stop()
  })

  const paid = { payment_status: "captured", pending_difference: 0 }

  it.each(STORIES)("$what is paid on a $device, in $language", async (story) => {
    const orderId = await story.order(shop)
    const url = await makeLink(shop, orderId)
    const words = WORDS[story.language]
    await visits.inspect(url)
    await visits.pay(story, async (open) => {
      const payer = await open(url)
      await payer.sees(words.open)
      await payer.page.getByText(story.sum).waitFor()
      await payer.page.getByText(words[story.why]).waitFor()
      await payer.choose("secupay")
      await payer.payByCard()
      await payer.sees(words.paid)
    })
    expect(await sumsOf(shop, orderId)).toMatchObject(paid)
  })

  it("whose transfer is waited for shows the account, and is paid by card after a decline", async () => {
    const order = await buy(shop, { method: "prepaid" })
    const url = await makeLink(shop, order.orderId)
    await visits.inspect(url)
    await visits.pay({ device: "phone", language: "de" }, async (open) => {
      const payer = await open(url)
      await payer.sees("Wir warten auf Ihre Überweisung")
      await payer.page.getByRole("img", { name: /QR-Code/ }).waitFor()
      await payer.choose("Kreditkarte")
      await payer.secupay.isDeclined()
      await payer.secupay.leave()
      await payer.sees("Die Zahlung hat nicht geklappt")
      await visits.inspect(payer.page.url())
      await payer.choose("Kreditkarte")
      await payer.secupay.cancel()
      await payer.sees("Die Zahlung ist noch offen")
      await payer.choose("secupay")
      await payer.payByCard()
      await payer.sees(WORDS.de.paid)
    })
    await seeCancelled(shop, order)
    expect(await sumsOf(shop, order.orderId)).toMatchObject(paid)
  })

  it("opened in two tabs is paid once: the other tab says that nothing is left to pay", async () => {
    const { orderId } = await expiredOrder(shop)
    const url = await makeLink(shop, orderId)
    await visits.pay({ device: "desktop", language: "en" }, async (open) => {
      const [one, other, unused] = [await open(url), await open(url), await open(url)]
      await one.choose("Credit card")
      await one.secupay.isOpen()
      await other.choose("secupay")
      await other.payByCard()
      await other.sees(WORDS.en.paid)
      await unused.choose("secupay")
      await unused.sees(WORDS.en.paid)
      await one.page.goBack()
      await one.page.reload()
      await one.sees(WORDS.en.paid)
    })
    expect(await sumsOf(shop, orderId)).toMatchObject(paid)
  })

  /** An order that waits for its transfer, and a link to it. */
  const wait = async () => {
    const order = await buy(shop, { method: "prepaid" })
    return { ...order, url: await makeLink(shop, order.orderId) }
  }

  it("that is paid, refunded or cancelled asks for nothing, nor does an address of none", async () => {
    const merchant = createMerchant(shop)
    const [inPart, refunded, cancelled] = [await wait(), await wait(), await wait()]
    for (const order of [inPart, refunded]) await shop.sandbox.happen(order.stx, "money_arrived")
    for (const order of [inPart, refunded]) await makeDue(shop, order)
    await tick(shop)
    await merchant.refund({ ...inPart, ...(await paymentOf(shop, inPart)) }, 5)
    await merchant.refund({ ...refunded, ...(await paymentOf(shop, refunded)) }, 31.9)
    await merchant.cancel(cancelled)
    const told = [
      [inPart.url, WORDS.en.paid, "Part of your payment has been refunded."],
      [refunded.url, "This order was refunded", "Your payment has been refunded in full."],
      [cancelled.url, "This order was canceled", "There is nothing to pay."],
      [
        `${shop.storeUrl}/hooks/secuconnect/pay/${"A".repeat(43)}`,
        "This page was not found",
        "ask",
      ],
    ] as const
    await visits.pay({ device: "phone", language: "en" }, async (open) => {
      for (const [url, title, sentence] of told) {
        const payer = await open(url)
        await payer.sees(title)
        await payer.page.getByText(sentence).waitFor()
        expect(await payer.page.getByRole("button").count()).toBe(0)
        await visits.inspect(url)
      }
    })
  })
})
