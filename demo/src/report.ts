import { writeFileSync } from "node:fs"
import path from "node:path"

import type { Settings } from "./settings"
import type { Shop } from "./shop"

export function demoFile(folder: string): string {
  return path.join(folder, "demo.json")
}

/** Writes `demo.json`: that everything answers, and where. */
export function writeDemoFile({ folder, urls }: Settings, shop: Shop): void {
  const demo = {
    store_url: urls.store,
    storefront_url: urls.storefront,
    sandbox_url: urls.sandbox,
    admin: { url: `${urls.store}/app`, ...shop.admin },
    publishable_key: shop.publishable_key,
    region_id: shop.region_id,
    provider_ids: shop.provider_ids,
  }
  writeFileSync(demoFile(folder), `${JSON.stringify(demo, null, 2)}\n`)
}

/** The text at the end of the start: addresses, login, and what to try. */
export function welcome({ urls }: Settings, { admin }: Shop): string {
  return `
  Storefront   ${urls.storefront}
  Admin        ${urls.store}/app
               ${admin.email}
               ${admin.password}
  secupay      ${urls.sandbox}
               a sandbox on this machine: nothing leaves it, no money moves

  What to try

  1. Put two ball pens and the pen case into the cart, use the code WELCOME5, choose to fetch
     the goods from the shop: 44.85 EUR, the example of secuconnect's guide. Pay by card.
  2. Pay by prepayment. The order waits, with transfer details and a QR code. Let the money
     arrive at ${urls.sandbox}: the page tells it, the admin too.
  3. Decline or abort the payment: the cart is as it was, and the payment can be repeated.
  4. Pay, and close the window before you are back: the order comes all the same.
  5. Look at an order in the admin: capture, refund in part, cancel.
  6. Go to secupay with the seal ("Einzelstück") from two browsers, and pay in both: there is
     only one seal. See what the admin says.

  Codes: WELCOME5 (5 EUR off), PENS10 (10 % off pens), FREESHIP (free shipping).
  Ctrl-C stops everything. "npm run demo -- --fresh" starts over.
`
}
