import { capturePaymentWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { toMajorUnits } from "../mapping/words/currency"
import { findOne } from "../medusa/query"
import type { CheckoutRow } from "../modules/secuconnect/types"
import { syncCheckoutsWorkflow } from "../workflows"
import type { Stage } from "./stage"
import { isPaid, type Play, type PlayKind } from "./plays"
import { Trouble } from "./trouble"

const orderSchema = z.object({
  payment_collections: z.array(
    z.object({
      payments: z.array(z.object({ id: z.string(), captured_at: z.unknown() })).nullish(),
    }),
  ),
})

/**
 * What happens to an order later: the transfer comes, the merchant gives money back, the bank takes it.
 *
 * @throws {Trouble} when the plugin says of it what it should not
 */
export async function goOn(stage: Stage, play: Play, row: CheckoutRow): Promise<void> {
  if (!isPaid(play.kind)) return
  await happenLater(stage, play, row)
  await syncCheckoutsWorkflow(stage.container).run({ input: { checkout_ids: [row.id] } })
  const { attention } = await stage.ledger.retrieveCheckout(row.id)
  const expected = play.kind === "returned" ? "disputed" : null
  if (attention !== expected) throw new Trouble("notice", attention ?? "")
}

async function happenLater(stage: Stage, { kind, method }: Play, row: CheckoutRow): Promise<void> {
  const { vendor, container } = stage
  const stx = row.stx_id ?? ""
  if (kind === "paid" && method === "prepaid") {
    await vendor.happen(stx, "money_arrived")
    await syncCheckoutsWorkflow(container).run({ input: { checkout_ids: [row.id] } })
  }
  // Nothing was transferred yet.
  if (method === "prepaid" && kind !== "paid") return
  const payment_id = await captured(stage, row)
  if (kind === "returned") await vendor.happen(stx, "chargeback")
  const amount = refundOf(kind, row)
  if (amount) await refundPaymentWorkflow(container).run({ input: { payment_id, ...amount } })
}

/** Half of it or all; null where nothing is given back. */
function refundOf(kind: PlayKind, row: CheckoutRow): { amount?: number } | null {
  if (kind === "full_refund") return {}
  return kind === "partial_refund" ? { amount: toMajorUnits(Math.ceil(row.amount / 2), row) } : null
}

/** The payment of the order, taken by the merchant where that was not done at checkout. */
async function captured({ container, query }: Stage, row: CheckoutRow): Promise<string> {
  const payment = await paymentOf(query, row.order_id)
  if (!payment) throw new Trouble("not_captured")
  if (payment.captured_at) return payment.id
  await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
  const after = await paymentOf(query, row.order_id)
  if (!after?.captured_at) throw new Trouble("not_captured")
  return payment.id
}

async function paymentOf(query: Stage["query"], id: string | null) {
  const order = await findOne(query, { entity: "order", schema: orderSchema, by: { id } })
  return order?.payment_collections.flatMap(({ payments }) => payments ?? [])[0]
}
