import type { Sandbox } from "../sandbox"
import type { DeliveryOptions } from "../schemas/delivery"
import { newPickupCode } from "../state/ids"
import type { SmartTransaction, SmartTransactionStatus } from "../state/records"
import { WrongState } from "./wrong-state"

/**
 * The status that a transaction really enters: where a sale is `ok`, an order is received, or waits
 * for its collection and gets the code for it.
 * @see https://developer.secuconnect.com/integration/Status_Flow_of_a_Smart_Transaction.html
 */
export function enterStatus(record: SmartTransaction, status: SmartTransactionStatus): void {
  const { intent, delivery_options: delivery } = record.request
  if (status !== "ok" || intent === "sale") {
    record.status = status
    return
  }
  record.status = delivery?.type === "collection" ? "collection" : "received"
  if (delivery?.type === "collection") delivery.code ??= newPickupCode()
}

const delivered: Partial<Record<SmartTransactionStatus, SmartTransactionStatus>> = {
  ok: "ok",
  received: "shipped",
  shipped: "shipped",
  collection: "collected",
  collected: "collected",
}

/**
 * Takes down a delivery: it replaces what was reported before, and moves an order on.
 * @throws WrongState while nobody has paid
 */
export function setDelivery(
  sandbox: Sandbox,
  record: SmartTransaction,
  delivery: DeliveryOptions,
): void {
  const next = delivered[record.status]
  if (!next) throw new WrongState(`${record.id} is "${record.status}" and cannot be delivered yet`)
  const before = record.request.delivery_options
  record.request.delivery_options =
    before?.type === "collection" && delivery.type === "collection"
      ? { ...before, ...delivery }
      : delivery
  record.status = next
  sandbox.state.touch(record)
}
