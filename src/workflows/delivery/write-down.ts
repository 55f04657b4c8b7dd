import { planReports, type Delivery, type PlannedReport } from "../../mapping/delivery/delivery"
import { isUnshipped } from "../../mapping/status/unshipped"
import { isAlreadyThere } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { readDelivery } from "../../medusa/read-delivery"
import { withDeliveryLock } from "../locks"
import type { Deps } from "../deps"

/** What is to be planned. */
interface Wish {
  order_id: string
  /** Nothing more will be sent, whatever Medusa waits for. */
  is_complete: boolean
}

/**
 * Writes down what is still to be reported of an order, before anything is sent. One at a time for an order,
 * on all servers: of two last shipments only one is the last.
 *
 * @throws the lock's or the database's own error
 */
export async function writeDown(deps: Deps, wish: Wish, checkouts: CheckoutRow[]): Promise<void> {
  const { query } = deps
  const { order_id, is_complete } = wish
  await withDeliveryLock(deps, order_id, async () => {
    const delivery = await readDelivery(query, order_id)
    if (!delivery || delivery.shipments.length === 0) return
    const { shipments, unsent } = delivery
    const found = { shipments, isComplete: is_complete || unsent.length === 0 }
    for (const checkout of checkouts) await writeReports(deps, checkout, found)
  })
}

type Found = Pick<Delivery, "shipments" | "isComplete">

async function writeReports(
  deps: Deps,
  { id: checkout_id, payments, ...checkout }: CheckoutRow,
  found: Found,
): Promise<void> {
  const { ledger } = deps
  const known = await ledger.listDeliveryReports({ checkout_id })
  // The method may be that of another payment beside the invoice.
  const method = isUnshipped(payments) ? "invoice" : checkout.method
  const planned = planReports({ method, known, ...found })
  for (const report of planned) {
    try {
      await ledger.createDeliveryReports(await ledger.dated(rowOf(checkout_id, report)))
    } catch (error) {
      // The lock was lost, and another server has written it.
      if (!isAlreadyThere(error)) throw error
    }
  }
}

function rowOf(checkout_id: string, { shipment, kind }: PlannedReport) {
  const { fulfillment_id, carrier, tracking_id, invoice_number, order_number, shipped_at } =
    shipment
  const told = { carrier, tracking_id, invoice_number, order_number, shipped_at }
  return { checkout_id, fulfillment_id, kind, ...told }
}
