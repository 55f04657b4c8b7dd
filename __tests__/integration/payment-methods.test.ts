import { z } from "zod"

import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { fillCart, MAX, PEN, type CartWish } from "../support/shopper"

let shop: Shop
let contracts = 0

// The store remembers the methods of a contract, so that each test has one of its own.
beforeEach(async () => {
  contracts += 1
  const contractId = `GCR_METHODS${contracts}`
  shop = await sharedShop({
    clock: "stands",
    env: { SECUCONNECT_CONTRACT_ID: undefined },
    options: { contractId },
    sandbox: { pushes: false, contractId },
  })
})

afterEach(() => shop.stop())

const TWENTY_PENS: CartWish = { items: { [PEN]: 20 } }

const reply = z.object({
  payment_methods: z.array(
    z.object({
      provider_id: z.string(),
      method: z.string(),
      name: z.string(),
      description: z.string(),
      icon: z.string().startsWith("data:image/svg+xml,"),
    }),
  ),
})

async function choices(cartId: string, locale = "") {
  const path = `/store/secuconnect/payment-methods?cart_id=${cartId}&locale=${locale}`
  return (await shop.store.ok(reply, path)).payment_methods
}

async function methods(cartId: string): Promise<string[]> {
  return (await choices(cartId)).map(({ method }) => method)
}

async function questions(): Promise<number> {
  const requests = await shop.sandbox.requests()
  return requests.filter(({ path }) => path.endsWith("/getAvailablePaymentMethods")).length
}

async function switchOn(payment_providers: string[]): Promise<void> {
  const path = `/admin/regions/${shop.seeded.region_id}`
  await shop.admin.ok(z.unknown(), path, { body: { payment_providers } })
}

it("lists what can be used, in order, in words; secuconnect is asked once", async () => {
  const cart = await fillCart(shop, TWENTY_PENS)
  const [german, english] = await Promise.all([choices(cart), choices(cart, "en")])
  expect(german.map(({ provider_id }) => provider_id)).toEqual([
    "pp_secuconnect_secuconnect",
    "pp_secuconnect-creditcard_secuconnect",
    "pp_secuconnect-debit_secuconnect",
    "pp_secuconnect-invoice_secuconnect",
    "pp_secuconnect-prepaid_secuconnect",
    "pp_secuconnect-paypal_secuconnect",
    "pp_secuconnect-easycredit_secuconnect",
  ])
  expect(german[4]).toMatchObject({ method: "prepaid", name: "Vorkasse" })
  expect(english[4]).toMatchObject({ method: "prepaid", name: "Prepayment" })
  expect(await questions()).toBe(1)

  // What a cart cannot use is left out.
  const small = await fillCart(shop)
  const company = await fillCart(shop, { ...TWENTY_PENS, address: { ...MAX, company: "ACME" } })
  expect(await methods(small)).not.toContain("easycredit")
  expect(await methods(company)).not.toContain("easycredit")
  expect(await methods(small)).toHaveLength(6)

  // So is what the region has switched off.
  await switchOn(["pp_system_default", "pp_secuconnect-invoice_secuconnect"])
  expect(await methods(cart)).toEqual(["invoice"])
  expect(await questions()).toBe(1)
})

it("leaves out what the contract does not have", async () => {
  await shop.sandbox.set({ methods: ["prepaid", "creditcard"] })
  const cart = await fillCart(shop, TWENTY_PENS)
  expect(await methods(cart)).toEqual(["general", "creditcard", "prepaid"])
})

it("lists what the region allows when secuconnect cannot be asked, and refuses wrong ids", async () => {
  await shop.sandbox.disturb({
    path: "getAvailablePaymentMethods$",
    fault: "status",
    status: 500,
  })
  const cart = await fillCart(shop)
  expect(await methods(cart)).toHaveLength(6)

  const statuses = await Promise.all(
    ["?cart_id=cart_unknown", "?cart_id=", "?cart_id=%00", "", "?cart_id=a&cart_id=b"].map(
      async (query) => (await shop.store.call(`/store/secuconnect/payment-methods${query}`)).status,
    ),
  )
  expect(statuses).toEqual([404, 404, 404, 400, 400])
})
