import { z } from "zod"

import type { Shop } from "../shop"
import { addProduct } from "./add-product"
import { firstId, make } from "./admin"

/** Without tax this is 10.00: what does not divide leaves remainders that Medusa takes for a change. */
const PRICE = 11.9

const optionsReply = z.object({
  shipping_options: z.array(
    z.object({
      service_zone_id: z.string(),
      shipping_profile_id: z.string(),
      provider_id: z.string(),
      type: z.object({ code: z.string() }),
    }),
  ),
})

/** What can be swapped without a change of the total. */
export interface Twins {
  /** Variants of two articles of the same price. Having both costs as much as having one. */
  tea: string
  coffee: string
}

/** Makes a shipping option "green" that costs as much as "standard", and two such articles. */
export async function makeTwins(shop: Shop): Promise<Twins> {
  const path =
    "/admin/shipping-options?fields=service_zone_id,shipping_profile_id,provider_id,type.code"
  const { shipping_options } = await shop.admin.ok(optionsReply, path)
  const standard = shipping_options.find(({ type }) => type.code === "standard")
  if (!standard) throw new Error("There is no standard shipping.")
  const { service_zone_id, shipping_profile_id, provider_id } = standard
  await make(shop, "/admin/shipping-options", {
    name: "Grüner Versand",
    service_zone_id,
    shipping_profile_id,
    provider_id,
    price_type: "flat",
    type: { code: "green", label: "Grün" },
    prices: [{ currency_code: "eur", amount: 4.9 }],
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  })

  const context = {
    bookTypeId: "",
    profileId: shipping_profile_id,
    salesChannelId: await firstId(shop, "/admin/sales-channels", "sales_channels"),
    regions: new Map<string, string>(),
  }
  const [tea, coffee] = await Promise.all(
    (["Tee", "Kaffee"] as const).map((title) =>
      addProduct(
        shop,
        { title, variant: "250 g", sku: title.toUpperCase(), prices: { eur: PRICE } },
        { ...context, name: title.toLowerCase() },
      ),
    ),
  )
  if (!tea || !coffee) throw new Error("The articles were not made.")
  await makeDeal(shop, [tea.id, coffee.id])
  return { tea: tea.variant, coffee: coffee.variant }
}

/** Buy one, get one: for one of each it is as if there were only one. */
async function makeDeal(shop: Shop, products: string[]): Promise<void> {
  const either = [{ attribute: "items.product.id", operator: "in", values: products }]
  await make(shop, "/admin/promotions", {
    code: "TWO-FOR-ONE",
    type: "buyget",
    status: "active",
    is_automatic: true,
    is_tax_inclusive: true,
    application_method: {
      type: "percentage",
      target_type: "items",
      allocation: "each",
      value: 100,
      max_quantity: 1,
      buy_rules_min_quantity: 1,
      buy_rules: either,
      apply_to_quantity: 1,
      target_rules: either,
    },
  })
}
