import { z } from "zod"
import { withoutNulls } from "../secuconnect/data/lenient"
import { paymentStatusSchema } from "../secuconnect/data/payment-status"
import {
  paymentTransactionSchema,
  paymentTransactionsSchema,
} from "../secuconnect/data/payment-transaction"
import { smartTransactionSchema } from "../secuconnect/data/smart-transaction"

/** The client's own schemas, by what they read. */
const SCHEMAS = {
  smart_transaction: smartTransactionSchema,
  payment: paymentTransactionSchema,
  payments: paymentTransactionsSchema,
  payment_status: paymentStatusSchema,
  methods: z.array(z.string()),
  result: z.object({ result: z.boolean() }),
} as const satisfies Record<string, z.ZodType>

export type ReadAs = keyof typeof SCHEMAS

/** Where an answer is not what the plugin's client can read: places in it, none when all is well. */
export function unreadablePlaces(readAs: ReadAs, json: unknown): string[] {
  const parsed = SCHEMAS[readAs].safeParse(withoutNulls(json))
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => issue.path.join(".") || "the whole")
}

/** Statuses that the client reads as `unknown`: neither paid nor final. */
export function unknownStatuses(readAs: ReadAs, json: unknown): string[] {
  const parsed = SCHEMAS[readAs].safeParse(withoutNulls(json))
  if (!parsed.success) return []
  return [parsed.data].flat().flatMap((read) => {
    if (typeof read !== "object") return []
    if ("status_raw" in read) return read.status === "unknown" ? [`status ${read.status_raw}`] : []
    if (!("status_simple" in read) || read.status_simple !== "unknown") return []
    return [`status_simple ${read.status_simple_raw ?? "none"}`]
  })
}
