import { z } from "zod"

import type { Shop } from "../shop"

const lineSchema = z.looseObject({
  id: z.number(),
  item_type: z.string(),
  desc: z.string(),
  quantity: z.number(),
  priceOne: z.number(),
  tax: z.number(),
  articleNumber: z.string().optional(),
  ean: z.string().optional(),
  reference_id: z.string().optional(),
})

const requestSchema = z.looseObject({
  merchantRef: z.string(),
  basket: z.object({ products: z.array(lineSchema) }),
  basket_info: z.object({ sum: z.number(), currency: z.string() }),
})

/** A line as secuconnect got it. Prices in minor units. */
export type Line = z.infer<typeof lineSchema>

/** What secuconnect was told of a payment. */
export interface SentBasket {
  lines: Line[]
  sum: number
  currency: string
  /** Our ledger's, which the log names as well. */
  reference: string
}

/** The basket of a Smart Transaction, as the sandbox got it. */
export async function readBasket(shop: Shop, { stx }: { stx: string }): Promise<SentBasket> {
  const { request } = await shop.sandbox.read(stx)
  const { basket, basket_info, merchantRef } = requestSchema.parse(request)
  return { lines: basket.products, ...basket_info, reference: merchantRef }
}

export const isCoupon = (line: Line) => line.item_type === "coupon"

/** The one line that nobody bought and nobody was given. */
export const isRounding = ({ desc, tax }: Line) =>
  (desc === "Rundung" || desc === "Rounding") && tax === 0

/** Unsigned, in minor units. */
export const worth = (lines: Line[]) =>
  lines.reduce((sum, { priceOne, quantity }) => sum + priceOne * quantity, 0)

/** What the lines come to: coupons are subtracted. */
export const sumOf = (lines: Line[]) => worth(lines) - 2 * worth(lines.filter(isCoupon))

const SIGNS: Record<string, string> = { article: "", shipping: "ship ", coupon: "-" }
const SHOWN = 24

/** A basket in one row: `2×1999@19 T-Shirt Rot / L | ship 490@19 … | -500@19 Rabatt …`. */
export function toRow(lines: Line[]): string {
  return lines.map(toCell).join(" | ")
}

function toCell(line: Line): string {
  const times = line.quantity === 1 ? "" : `${line.quantity}×`
  const price = `${SIGNS[line.item_type] ?? ""}${times}${line.priceOne}@${line.tax}`
  return `${price} ${Array.from(line.desc).slice(0, SHOWN).join("")}`
}
