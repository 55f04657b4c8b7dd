import { z } from "zod"

const amount = z.int().nonnegative()

/** Item types that need a contract with mixed basket or subscriptions. */
export const contractBoundItemTypes = ["sub_transaction", "stakeholder_payment", "subscription"]

const group = z.strictObject({
  id: z.string().optional(),
  desc: z.string().optional(),
  level: z.int().optional(),
})

const product = z.strictObject({
  id: z.int().nonnegative(),
  parent: z.int().nonnegative().nullable().optional(),
  item_type: z
    .enum(["article", "shipping", "coupon", ...contractBoundItemTypes])
    .default("article"),
  desc: z.string().trim().min(1),
  articleNumber: z.string().min(1).optional(),
  ean: z.string().min(1, "must not be empty; leave it out").optional(),
  quantity: z.int().positive(),
  priceOne: amount,
  sum: amount.optional(),
  tax: z.int().min(0).max(100),
  reference_id: z.string().min(1).optional(),
  group: z.array(group).optional(),
  contract_id: z.string().optional(),
})

/** Prices are gross, in minor units; `coupon` prices are positive and subtracted. */
export const basketSchema = z.strictObject({
  type: z.literal("default").optional(),
  products: z
    .array(product)
    .min(1)
    .refine((lines) => new Set(lines.map((line) => line.id)).size === lines.length, {
      error: "line ids must be unique",
    }),
})

export const basketInfoSchema = z.strictObject({
  sum: z.int().positive(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code in upper case")
    .default("EUR"),
  gratuity: amount.optional(),
})

type Basket = z.infer<typeof basketSchema>

/** Total in minor units: articles and shipping add, coupons subtract. */
export function basketTotal(basket: Basket): number {
  return basket.products.reduce((total, line) => {
    const value = line.priceOne * line.quantity
    return line.item_type === "coupon" ? total - value : total + value
  }, 0)
}
