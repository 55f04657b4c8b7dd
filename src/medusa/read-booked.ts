import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { z } from "zod"
import type { BookedAmounts } from "../mapping/views/payment-view"
import type { CheckoutRow } from "../modules/secuconnect/types"

const amount = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)
const amounts = z
  .array(z.object({ amount }).nullable())
  .nullish()
  .transform((rows) => rows ?? [])

const paymentRow = z.object({
  amount,
  data: z.object({ checkout_id: z.string().optional() }).nullish(),
  captures: amounts,
  refunds: amounts,
})

/** What Medusa has booked, major units, by the id of the checkout that it was paid with. */
export async function readBooked(
  container: MedusaContainer,
  checkouts: CheckoutRow[],
): Promise<Map<string, BookedAmounts>> {
  const sessionIds = checkouts.map((checkout) => checkout.payment_session_id).filter(Boolean)
  if (sessionIds.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["amount", "data", "captures.amount", "refunds.amount"],
    filters: { payment_session_id: sessionIds },
  })
  return new Map(data.map((found) => toEntry(paymentRow.parse(found))))
}

function toEntry({ data, ...payment }: z.output<typeof paymentRow>): [string, BookedAmounts] {
  const booked = {
    authorized: MathBN.convert(payment.amount).toNumber(),
    captured: sum(payment.captures),
    refunded: sum(payment.refunds),
  }
  return [data?.checkout_id ?? "", booked]
}

function sum(rows: ({ amount: BigNumberInput } | null)[]): number {
  return MathBN.sum(0, ...rows.map((row) => row?.amount ?? 0)).toNumber()
}
