import type { Shop } from "../support/shop"
import { comeBack, goToCheckout, payAt } from "../support/shopper"

/** What a payment and a return cost in requests to secuconnect, with a warm token. */
export async function countRequests(shop: Shop): Promise<Record<string, string | number>[]> {
  // The first payment of a store fetches the token.
  await goToCheckout(shop)
  await shop.sandbox.forgetRequests()
  const payment = await goToCheckout(shop)
  const started = await listed(shop)
  const wayBack = await payAt(shop, payment)
  await shop.sandbox.forgetRequests()
  await comeBack(wayBack)
  const returned = await listed(shop)
  return [
    { what: "starting a payment", requests: started.length, which: started.join(", ") },
    { what: "a return with its completion", requests: returned.length, which: returned.join(", ") },
  ]
}

async function listed(shop: Shop): Promise<string[]> {
  const requests = await shop.sandbox.requests()
  return requests.map(({ method, path }) => `${method} ${path.replace(/(STX|PCI)_\w+/, "$1_…")}`)
}
