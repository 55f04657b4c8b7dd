import { z } from "zod"
import { MathBN } from "@medusajs/framework/utils"
import type { UnsentItem } from "../words/payments"
import { amount, text } from "../words/rows"
import type { Shipment } from "./shipment"

/** Nothing has moved where Medusa says nothing. */
const moved = amount.nullish().transform((value) => value ?? 0)

/** An order's item as Medusa's Query gives it. */
export const orderItemSchema = z.object({
  title: text,
  quantity: amount,
  requires_shipping: z.boolean().nullish(),
  detail: z.object({
    shipped_quantity: moved,
    delivered_quantity: moved,
    return_received_quantity: moved,
    written_off_quantity: moved,
  }),
})

export type OrderItem = z.output<typeof orderItemSchema>

/**
 * What is still going to be sent, as far as Medusa knows. Items that need no shipping do not
 * count. A collected item was never "shipped" in Medusa, only delivered. What was written off or came
 * back has left the shop before, or never will: it is not asked for again.
 */
export function unsentItems(items: OrderItem[]): UnsentItem[] {
  return items.flatMap(({ title, quantity, requires_shipping, detail }) => {
    const shipped = MathBN.max(
      detail.shipped_quantity,
      detail.delivered_quantity,
      detail.return_received_quantity,
      detail.written_off_quantity,
    )
    if (requires_shipping === false || MathBN.gte(shipped, quantity)) return []
    return [{ title: title ?? "", quantity: MathBN.sub(quantity, shipped).toNumber() }]
  })
}

export type ReportKind = "capture" | "shipping_information"

export interface Delivery {
  /** The method of the payment. */
  method: string | null
  /** Oldest first. */
  shipments: Shipment[]
  isComplete: boolean
  /** Reports that are written down already, whatever became of them. */
  known: { fulfillment_id: string; kind: ReportKind }[]
}

export interface PlannedReport {
  shipment: Shipment
  kind: ReportKind
}

/**
 * What is still to be told to secuconnect, oldest shipment first: the last one of an invoice makes
 * it due (`capture`), all others are tracking.
 *
 * @see https://developer.secuconnect.com/integration/Mark_as_Shipped.html
 */
export function planReports({ method, shipments, isComplete, known }: Delivery): PlannedReport[] {
  const isCaptured = known.some(({ kind }) => kind === "capture")
  const last = shipments.at(-1)
  const final = method === "invoice" && isComplete && !isCaptured ? last : undefined
  const told = new Set(known.map(({ fulfillment_id }) => fulfillment_id))
  const untold = shipments.filter((shipment) => {
    const { fulfillment_id, requires_shipping } = shipment
    return shipment !== final && requires_shipping && !told.has(fulfillment_id)
  })
  return [
    ...untold.map((shipment) => ({ shipment, kind: "shipping_information" as const })),
    ...(final ? [{ shipment: final, kind: "capture" as const }] : []),
  ]
}
