import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { PAYMENT_STATES } from "../../../../mapping/words/payments"
import type { PaymentPage, PaymentSearch } from "../../../../modules/secuconnect/types"

/** Several values of one filter: `?state=paid,open` or `?state[]=paid&state[]=open`. */
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) => (typeof given === "string" ? given.split(",").filter(Boolean) : given),
    z.array(item).max(20),
  )
const flag = z.enum(["true", "false"]).transform((word) => word === "true")
const code = z.string().regex(/^\w{1,40}$/)

const filterSchema = z.object({
  state: list(z.enum(PAYMENT_STATES)).optional(),
  method: list(code).optional(),
  attention: list(code).optional(),
  /** The same as the state of that name. */
  waiting: flag.optional(),
  demo: flag.optional(),
  test_payment: flag.optional(),
  // PostgreSQL refuses a NUL byte.
  q: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\0]*$/)
    .optional(),
})

const pageSchema = z.object({
  order: z.enum(["created_at", "-created_at", "amount", "-amount"]).default("-created_at"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
})

/** @throws MedusaError (400) that names what cannot be understood */
export function readFilter(query: unknown): PaymentSearch {
  const { state, method: methods, waiting, q, ...rest } = parse(filterSchema, query)
  const states = waiting === true ? [...(state ?? []), "waiting" as const] : state
  return withoutUnset({ ...rest, states, methods, q: q === "" ? undefined : q })
}

/** What is not asked for must not look as if it were. */
function withoutUnset({ states, methods, attention, demo, test_payment, q }: Unset): PaymentSearch {
  return {
    ...(states && { states }),
    ...(methods && { methods }),
    ...(attention && { attention }),
    ...(demo !== undefined && { demo }),
    ...(test_payment !== undefined && { test_payment }),
    ...(q !== undefined && { q }),
  }
}

type Unset = { [Name in keyof PaymentSearch]: PaymentSearch[Name] | undefined }

/** @throws MedusaError (400) that names what cannot be understood */
export function readPage(query: unknown): PaymentPage {
  return parse(pageSchema, query)
}

function parse<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  throw new MedusaError(MedusaError.Types.INVALID_DATA, z.prettifyError(parsed.error))
}
