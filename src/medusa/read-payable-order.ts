import { OrderChangeStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import { amount, date, flag, list, text, whole } from "../mapping/words/rows"
import { findAll, findOne, type Query } from "./query"

const session = z.object({
  provider_id: z.string(),
  status: z.string(),
  payment: z.object({ id: z.string() }).nullish(),
})

const collection = z.object({
  id: z.string(),
  status: z.string(),
  amount,
  payment_sessions: list(session),
  payments: list(
    z.object({
      id: z.string(),
      provider_id: z.string(),
      captured_at: date.nullish(),
      canceled_at: date.nullish(),
    }),
  ),
})

const place = z.object({ country_code: text }).nullish()

const payableOrder = z.object({
  id: z.string(),
  display_id: z.number().nullish(),
  status: z.string(),
  version: z.number(),
  is_draft_order: flag,
  currency_code: z.string(),
  region_id: text,
  locale: text,
  billing_address: place,
  shipping_address: place,
  /** With the total Medusa reckons what is pending anew: less what it expects back from returns. */
  total: amount,
  summary: whole(
    z
      .object({
        pending_difference: amount.nullish(),
        raw_pending_difference: amount.nullish(),
        /** What was paid less what was given back, by any provider. */
        transaction_total: amount.nullish(),
      })
      .nullish(),
  ),
  transactions: list(z.object({ id: z.string() })),
  /** Gift cards and store credit among them; one below zero makes the order dearer. */
  credit_lines: list(z.object({ amount })),
  payment_collections: list(collection),
})

/** An order with what decides whether and how it can be paid. Amounts in major units. */
export type PayableOrder = z.output<typeof payableOrder>
export type CollectionOfOrder = z.output<typeof collection>

/** Null when there is no such order. */
export async function readPayableOrder(query: Query, id: string): Promise<PayableOrder | null> {
  return await findOne(query, { entity: "order", schema: payableOrder, by: { id } })
}

const orderChange = z.object({ change_type: text, version: z.number() })

/** Medusa's kind of the newest change of an order that was confirmed; null where there was none. */
export async function readLastChange(query: Query, order_id: string): Promise<string | null> {
  const by = { order_id, status: [OrderChangeStatus.CONFIRMED] }
  const wanted = { entity: "order_change", schema: orderChange, by }
  const changes = await findAll(query, wanted)
  const known = changes.filter(({ change_type }) => change_type && COSTS.has(change_type))
  return known.sort((one, other) => other.version - one.version)[0]?.change_type ?? null
}

/** Those that can make an order cost more. */
const COSTS: ReadonlySet<string> = new Set(["edit", "exchange", "claim"])
