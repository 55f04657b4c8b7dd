import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { planReports, type PlannedReport } from "../../mapping/delivery/delivery"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, DeliveryReportRow, EventSource } from "../../modules/secuconnect/types"
import { readDelivery, type OrderDelivery } from "../../medusa/read-delivery"
import { sendDeliveryReports } from "./send-delivery-reports"

/** Nothing but the database is waited for while it is held. */
const LOCK_TIMEOUT_S = 20

/**
 * Tells secuconnect what has left the shop of an order, as far as it does not know yet: of every
 * payment that the order was paid with. The reports are written down first; what secuconnect does
 * not take now is repeated by the clock.
 *
 * Does nothing where the setting `reportDelivery` is off, unless a person asks (`source: "admin"`).
 * A person's request also repeats what secuconnect has refused.
 *
 * @returns every report of the order, oldest first, as it stands now
 */
export async function reportDelivery(
  container: MedusaContainer,
  { order_id, source }: { order_id: string; source: EventSource },
): Promise<DeliveryReportRow[]> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const { reportDelivery: isOn } = await ledger.getSettings()
  if (!order_id || (!isOn && source !== "admin")) return []
  const checkouts = await listPaid(container, order_id)
  if (checkouts.length === 0) return []
  const checkoutIds = checkouts.map(({ id }) => id)
  if (source === "admin") await reopenRefused(container, checkoutIds)
  await writeDown(container, order_id, checkouts)
  for (const checkout of checkouts) await sendDeliveryReports(container, checkout, source)
  return await ledger.listDeliveryReports(
    { checkout_id: checkoutIds },
    { order: { created_at: "ASC" } },
  )
}

/** The payments that the order was paid with. */
async function listPaid(container: MedusaContainer, order_id: string): Promise<CheckoutRow[]> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const base_url = ledger.client.baseUrl
  const paid = await ledger.listCheckouts({
    ...{ order_id, base_url, creation: "open", status: "accepted", is_test_payment: false },
  })
  return paid.filter(({ mismatch }) => mismatch === null)
}

/** One at a time for an order, on all servers: of two last shipments only one is the last. */
async function writeDown(
  container: MedusaContainer,
  order_id: string,
  checkouts: CheckoutRow[],
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  await locking.execute(
    `secuconnect:delivery:${order_id}`,
    async () => {
      const delivery = await readDelivery(query, order_id)
      if (!delivery || delivery.shipments.length === 0) return
      for (const checkout of checkouts) await writeReports(container, checkout, delivery)
    },
    { timeout: LOCK_TIMEOUT_S },
  )
}

async function writeReports(
  container: MedusaContainer,
  { id: checkout_id, method }: CheckoutRow,
  delivery: OrderDelivery,
): Promise<void> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const known = await ledger.listDeliveryReports({ checkout_id })
  const planned = planReports({ method, known, ...delivery })
  for (const report of planned) {
    try {
      await ledger.createDeliveryReports(rowOf(checkout_id, report))
    } catch (error) {
      // The lock was lost, and another server has written it.
      const isDuplicate = error instanceof MedusaError && /already exists/.test(error.message)
      if (!isDuplicate) throw error
    }
  }
}

function rowOf(checkout_id: string, { shipment, kind }: PlannedReport) {
  const { fulfillment_id, carrier, tracking_id, invoice_number, order_number, shipped_at } =
    shipment
  const told = { carrier, tracking_id, invoice_number, order_number, shipped_at }
  return { checkout_id, fulfillment_id, kind, ...told }
}

async function reopenRefused(container: MedusaContainer, checkout_id: string[]): Promise<void> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const refused = await ledger.listDeliveryReports({ checkout_id, state: "refused" })
  await ledger.updateDeliveryReports(
    refused.map(({ id }) => ({ id, state: "open" as const, attempts: 0 })),
  )
}
