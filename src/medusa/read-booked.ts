import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { BookedAmounts } from "../mapping/views/payment-view"
import type { Query } from "./query"
import { readPayments } from "./read-payments"

/** What Medusa has booked, major units, by the id of the checkout that it was paid with. */
export async function readBooked(
  query: Query,
  sessionIds: string[],
): Promise<Map<string, BookedAmounts>> {
  const payments = await readPayments(query, sessionIds)
  return new Map(
    payments.map(({ data, amount, captures, refunds }) => [
      data?.checkout_id ?? "",
      { authorized: sum([{ amount }]), captured: sum(captures), refunded: sum(refunds) },
    ]),
  )
}

function sum(rows: { amount: BigNumberInput }[]): number {
  return MathBN.sum(0, ...rows.map(({ amount }) => amount)).toNumber()
}
