import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, OrderChangeStatus } from "@medusajs/framework/utils"
import type { MedusaState } from "../../mapping/decide/decision"
import { toMajorUnits } from "../../mapping/words/currency"
import { causeOf } from "../../mapping/words/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { recordEvent } from "../events/record-event"
import { firstCause } from "./first-cause"
import { repairTransactions } from "../repair/repair-transactions"

/** A refund that has happened at secuconnect already. `amount` in minor units. */
export interface RefundToBook {
  checkout: CheckoutRow
  view: MedusaState | null
  payment_id: string
  amount: number
  source: EventSource
}

/**
 * Writes a refund that was made elsewhere into Medusa's books. Nothing is called at secuconnect: the
 * provider recognises the request's id in the note.
 *
 * @returns why it did not work, in one line
 */
export async function bookRefund(
  container: MedusaContainer,
  refund: RefundToBook,
): Promise<string | null> {
  const order_id = refund.view?.order?.id
  if (!order_id) return await bookAlone(container, refund)
  const alone = () => bookAlone(container, refund)
  try {
    const locking = container.resolve(Modules.LOCKING)
    return await locking.execute(`secuconnect:refunds:${order_id}`, alone, {
      timeout: ORDER_LOCK_S,
    })
  } catch (error) {
    return causeOf(error)
  }
}

/** Refunds of an order's other payments may be booked just now: one after the other. */
const ORDER_LOCK_S = 15

async function bookAlone(container: MedusaContainer, refund: RefundToBook): Promise<string | null> {
  const { checkout, view, amount } = refund
  if (view?.order && (await hasPendingChange(container, view.order.id))) {
    return "the refund made elsewhere is booked when the pending change of the order is done"
  }
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const { id } = await ledger.createMoneyRequests({
    checkout_id: checkout.id,
    kind: "external_refund",
    target_id: checkout.stx_id ?? "",
    amount,
    amount_before: (checkout.effective_amount ?? 0) + amount,
  })
  const problem = await book(container, refund, id)
  await ledger.updateMoneyRequests({ id, state: problem === null ? "done" : "refused" })
  if (problem === null) {
    await settleLost(container, refund)
    await tell(container, refund, id)
  }
  return problem
}

/**
 * With an order through the core's workflow, which books the order's transaction as well; it refuses
 * an order that is cancelled, when the refund is there already.
 */
async function book(
  container: MedusaContainer,
  { checkout, view, payment_id, amount }: RefundToBook,
  request_id: string,
): Promise<string | null> {
  const refund = {
    payment_id,
    amount: toMajorUnits(amount, checkout.currency_code),
    note: `Refunded at secuconnect (${request_id})`,
  }
  if (view?.order && !view.order.canceled) {
    const { errors } = await refundPaymentWorkflow(container).run({
      input: refund,
      throwOnError: false,
    })
    return firstCause(errors)
  }
  try {
    await container.resolve(Modules.PAYMENT).refundPayment(refund)
    await repairTransactions(container, checkout, new Date())
    return null
  } catch (error) {
    return causeOf(error)
  }
}

/** A refund of ours whose answer got lost is what has been booked now. */
async function settleLost(
  container: MedusaContainer,
  { checkout, amount }: RefundToBook,
): Promise<void> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const filter = { checkout_id: checkout.id, kind: "refund" as const, state: "open" as const }
  const lost = await ledger.listMoneyRequests(filter)
  const same = lost.find((request) => request.amount === amount)
  if (same) await ledger.updateMoneyRequests({ id: same.id, state: "done" })
}

/** Two changes of an order at once corrupt it in the core. */
async function hasPendingChange(container: MedusaContainer, order_id: string): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const status = [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED]
  const { data } = await query.graph({
    entity: "order_change",
    fields: ["id"],
    filters: { order_id, status },
  })
  return data.length > 0
}

async function tell(
  container: MedusaContainer,
  { checkout, amount, source, payment_id }: RefundToBook,
  request_id: string,
): Promise<void> {
  await recordEvent(container, checkout, {
    name: "secuconnect.refund_booked",
    source,
    distinct: request_id,
    payload: { payment_id, refunded_amount: toMajorUnits(amount, checkout.currency_code) },
  })
}
