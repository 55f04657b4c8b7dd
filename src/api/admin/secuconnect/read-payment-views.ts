import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toPaymentView, type PaymentView } from "../../../mapping/views/payment-view"
import { deadlinesOf } from "../../../mapping/decide/deadlines"
import { SECUCONNECT_MODULE } from "../../../modules/secuconnect"
import type { CheckoutRow } from "../../../modules/secuconnect/types"
import { readBooked } from "../../../medusa/read-booked"
import { readUnsent } from "../../../medusa/read-delivery"
import { readOrderToPay } from "../../../workflows/events"

/** More than any payment has, unless something calls in a loop. */
const EVENTS = 200

/** Everything that the admin shows of these payments, in their order. */
export async function readPaymentViews(
  container: MedusaContainer,
  checkouts: CheckoutRow[],
): Promise<PaymentView[]> {
  if (checkouts.length === 0) return []
  const shared = await readShared(container, checkouts)
  return await Promise.all(checkouts.map((checkout) => viewOf(checkout, shared)))
}

/** Everything that the admin shows of one payment. */
export async function readPaymentView(
  container: MedusaContainer,
  checkout: CheckoutRow,
): Promise<PaymentView> {
  return await viewOf(checkout, await readShared(container, [checkout]))
}

async function readShared(container: MedusaContainer, checkouts: CheckoutRow[]) {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const sessionIds = checkouts.map((checkout) => checkout.payment_session_id)
  const checkout_id = checkouts.map(({ id }) => id)
  const [settings, booked, reports] = await Promise.all([
    ledger.getSettings(),
    readBooked(query, sessionIds),
    ledger.listDeliveryReports({ checkout_id }),
  ])
  return { ledger, query, settings, booked, reports }
}

async function viewOf(
  checkout: CheckoutRow,
  { ledger, query, settings, booked, reports }: Awaited<ReturnType<typeof readShared>>,
): Promise<PaymentView> {
  const { id } = checkout
  const events = await ledger.listCheckoutEvents(
    { checkout_id: id },
    { order: { created_at: "DESC" }, take: EVENTS },
  )
  const own = reports.filter((report) => report.checkout_id === id)
  return await toPaymentView(checkout, {
    booked: booked.get(id) ?? null,
    events: events.toReversed(),
    reports: own,
    unsent: await readUnsent(query, checkout, own),
    expires_at: deadlinesOf(checkout, settings).expires_at,
    order: checkout.instructions && (await readOrderToPay({ ledger, query }, checkout)),
  })
}
