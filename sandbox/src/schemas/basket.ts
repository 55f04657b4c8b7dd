import { z } from "zod"

const amount = z.int().nonnegative()

const group = z.strictObject({
  id: z.string().optional(),
  desc: z.string().optional(),
  level: z.int().optional(),
})

/** The documents send article numbers as numbers, the SDK's model has texts; answers have texts. */
const articleNumber = z.union([z.string().min(1), z.int().nonnegative().transform(String)])

const line = {
  parent: z.int().nonnegative().nullable().optional(),
  desc: z.string().trim().min(1),
  articleNumber: articleNumber.optional(),
  ean: z.string().min(1, "must not be empty; leave it out").optional(),
  serialNumber: z.string().optional(),
  quantity: z.int().positive().optional(),
  priceOne: amount.optional(),
  sum: amount.optional(),
  /** The guide sends percent (19), the SDK's own tests hundredths (1900). */
  tax: z.int().min(0).max(10_000).optional(),
  reference_id: z.string().min(1).optional(),
  group: z.array(group).optional(),
  contract_id: z.string().optional(),
}

const priced = ["article", "shipping", "coupon"] as const

const subLine = z
  .strictObject({
    ...line,
    id: z.int().nonnegative().optional(),
    item_type: z.enum([...priced, "stakeholder_payment"]).default("article"),
  })
  .superRefine(requireFields)

const product = z
  .strictObject({
    ...line,
    id: z.int().nonnegative(),
    item_type: z
      .enum([...priced, "stakeholder_payment", "sub_transaction", "subscription"])
      .default("article"),
    sub_basket: z.array(subLine).min(1).optional(),
  })
  .superRefine(requireFields)

interface Line {
  item_type: string
  quantity?: number | undefined
  priceOne?: number | undefined
  sum?: number | undefined
}

const neededFields: Readonly<Record<string, readonly string[]>> = {
  sub_transaction: ["sum", "contract_id", "sub_basket"],
  stakeholder_payment: ["sum", "contract_id"],
}

function requireFields(value: Line, context: z.RefinementCtx): void {
  const needed = neededFields[value.item_type] ?? ["quantity", "priceOne", "tax"]
  for (const field of needed) {
    if (Reflect.get(value, field) === undefined) {
      const message = `is needed for item_type ${value.item_type}`
      context.addIssue({ code: "custom", path: [field], message })
    }
  }
}

/** Prices are gross, in minor units; `coupon` prices are positive and subtracted. */
export const basketSchema = z.strictObject({
  type: z.string().optional(),
  products: z
    .array(product)
    .min(1)
    .refine((lines) => new Set(lines.map((each) => each.id)).size === lines.length, {
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

export type Basket = z.infer<typeof basketSchema>

/**
 * What a line adds to the total in minor units: articles and shipping add, coupons subtract, a
 * stakeholder's share is taken out of what the others add.
 * @see https://developer.secuconnect.com/integration/Create_the_Smart_Transaction_for_Platforms.html
 */
export function lineValue(value: Line): number {
  if (value.item_type === "stakeholder_payment") return 0
  if (value.item_type === "sub_transaction") return value.sum ?? 0
  const total = (value.priceOne ?? 0) * (value.quantity ?? 1)
  return value.item_type === "coupon" ? -total : total
}

/** Total of lines in minor units. */
export function basketTotal(lines: readonly Line[]): number {
  return lines.reduce((total, value) => total + lineValue(value), 0)
}
