import { z } from "zod"

/** An integer that may come as a string of digits. `"49.85"` is refused, never rounded. */
export const integer = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
])

/** A text or an id that may come as a number. */
export const text = z.union([z.string(), z.number().transform(String)])

/** An object; `[]` counts as an empty one, which is how PHP writes it. */
export const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(emptyListAsRecord, z.object(shape))

export const emptyListAsRecord = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 0 ? {} : value

/** A list that may be absent. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([])

/** The same JSON value with every `null` left out: the vendor uses null and absence alike. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls)
  if (typeof value !== "object" || value === null) return value
  const kept = Object.entries(value).filter(([, field]) => field !== null)
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutNulls(field)]))
}
