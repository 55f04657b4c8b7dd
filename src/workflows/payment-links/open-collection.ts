import { createOrderPaymentCollectionWorkflow } from "@medusajs/medusa/core-flows"
import { MathBN, Modules, PaymentCollectionStatus } from "@medusajs/framework/utils"
import { MANUAL_PROVIDER } from "../../mapping/decide/promised-elsewhere"
import { toMinorUnits } from "../../mapping/words/currency"
import type { CollectionOfOrder } from "../../medusa/read-payable-order"
import { holdsPromise, type OpenOrder } from "../booking/open-order"
import type { Deps } from "../deps"

/** Nobody has paid on these: the core writes a new amount into them, too. */
const UNPAID: ReadonlySet<string> = new Set([
  PaymentCollectionStatus.NOT_PAID,
  PaymentCollectionStatus.AWAITING,
])

const AUTHORIZED: ReadonlySet<string> = new Set([
  PaymentCollectionStatus.AUTHORIZED,
  PaymentCollectionStatus.PARTIALLY_AUTHORIZED,
])

/**
 * The payment collection with which the order's open amount is paid: one that nobody has paid on, with
 * that amount, else a new one, as the core's own flows do it. Never one in which another provider waits for
 * money: the core deletes every session there. What Medusa's manual provider has authorized is cancelled then: nobody is to capture it beside the real money.
 *
 * @returns its id
 */
export async function openCollection(
  deps: Pick<Deps, "container">,
  open: OpenOrder,
): Promise<string> {
  const { payment_collections, currency_code } = open.order
  const unpaid = payment_collections.filter(
    (collection) => UNPAID.has(collection.status) && !holdsPromise(collection),
  )
  const fits = ({ amount }: CollectionOfOrder) => toMinorUnits(amount, currency_code) === open.open
  const found = unpaid.find(fits) ?? unpaid.at(-1)
  if (!found) return await newCollection(deps, open)
  if (!MathBN.eq(found.amount, open.exact)) {
    const module = deps.container.resolve(Modules.PAYMENT)
    await module.updatePaymentCollections(found.id, { amount: open.exact })
  }
  return found.id
}

async function newCollection(
  { container }: Pick<Deps, "container">,
  { order, exact }: OpenOrder,
): Promise<string> {
  const manual = order.payment_collections.filter(isManual)
  for (const collection of manual) await withdraw(container, collection)
  const amount = MathBN.convert(exact).toNumber()
  const input = { order_id: order.id, amount }
  const { result } = await createOrderPaymentCollectionWorkflow(container).run({ input })
  const [made] = result
  if (!made) throw new Error("Medusa made no payment collection.")
  return made.id
}

/** What the core's flow does when an edit makes an authorized order dearer; that flow is not exported. */
async function withdraw(
  container: Deps["container"],
  { id, payments }: CollectionOfOrder,
): Promise<void> {
  const module = container.resolve(Modules.PAYMENT)
  const status = PaymentCollectionStatus.CANCELED
  await module.updatePaymentCollections(id, { status })
  for (const payment of payments.filter(({ canceled_at }) => !canceled_at)) {
    await module.cancelPayment(payment.id)
  }
}

function isManual({ status, payments }: CollectionOfOrder): boolean {
  const standing = payments.filter(({ canceled_at }) => !canceled_at)
  const isOnlyManual = standing.every(
    ({ provider_id, captured_at }) => provider_id === MANUAL_PROVIDER && !captured_at,
  )
  return AUTHORIZED.has(status) && standing.length > 0 && isOnlyManual
}
