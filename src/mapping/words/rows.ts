import { z } from "zod"
import type { BigNumberValue } from "@medusajs/framework/types"
import { isAmount } from "./currency"

/*
 * Values as Medusa's Query gives them. What decides nothing is read leniently: it must not keep
 * anybody from paying.
 */

/** Major units or a quantity, unrounded, in one of several shapes. */
export const amount = z.custom<BigNumberValue>(isAmount, "is no amount")

export const date = z.union([z.date(), z.string()]).pipe(z.coerce.date())

/** A text of the wrong type is as good as none. */
export const text = z.string().nullish().catch(null)

export const flag = z.boolean().nullish().transform(Boolean)

/** No list is an empty one; a link whose other end is gone is left out. */
export function list<Entry extends z.ZodType>(entry: Entry) {
  return z
    .array(entry.nullish())
    .nullish()
    .transform((found) => (found ?? []).filter((row) => row != null))
}

/** What is asked for as one field: a JSON column, or what Medusa computes. */
export function whole<Value extends z.ZodType>(value: Value) {
  return z.unknown().pipe(value)
}

/** What the shop, or its providers, have written down beside a row. */
export const keys = z.record(z.string(), z.unknown()).nullish()
