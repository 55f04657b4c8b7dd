import type { IPaymentModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { collectionSums, type CollectionSums } from "../../mapping/books/collection-sums"
import { readCollection } from "../../medusa/read-collection"
import type { MedusaPayment } from "../../medusa/read-payments"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** Whether the sums of a payment's collection are those of what is in it. */
export async function checkCollection(
  { query }: Pick<Deps, "query">,
  { payment_collection_id }: MedusaPayment,
  before: Date,
): Promise<CollectionSums> {
  const collection = await readCollection(query, payment_collection_id)
  return collection ? collectionSums(collection, before) : "right"
}

/** The core counts with it after each authorization, capture and refund; its type does not say so. */
interface PaymentModule extends IPaymentModuleService {
  maybeUpdatePaymentCollection_(id: string): Promise<void>
}

/**
 * Lets Medusa count a payment collection again, from whose sums it has the order's payment status: a
 * server that died after the money had moved has kept it from that. Nothing is called at a provider.
 *
 * @returns whether it is to be looked at again, because something may still be on its way
 * @see node_modules/@medusajs/payment/dist/services/payment-module.js
 */
export async function repairCollection(
  deps: Pick<Deps, "query" | "container" | "logger">,
  { checkout, payment }: { checkout: Pick<CheckoutRow, "reference">; payment: MedusaPayment },
  before: Date,
): Promise<boolean> {
  const id = payment.payment_collection_id
  const sums = id ? await checkCollection(deps, payment, before) : "right"
  if (!id || sums !== "wrong") return sums === "on its way"
  const payments = deps.container.resolve<PaymentModule>(Modules.PAYMENT)
  await payments.maybeUpdatePaymentCollection_(id)
  deps.logger.warn(
    `secuconnect: ${checkout.reference}: the sums of the payment collection were counted again.`,
  )
  return false
}
