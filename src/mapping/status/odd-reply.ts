import type { PaymentTransaction, SmartTransaction } from "../../secuconnect"
import { placesOrder } from "./session-status"
import { namedContracts, type CheckoutStatus } from "./status"

/**
 * What a reading leaves open, in one line for the log and the history; null when nothing. It was
 * decided by what we had asked for: our own token has made the Smart Transaction, with our contract.
 */
export function oddReply(
  transaction: SmartTransaction,
  payments: PaymentTransaction[],
  status: CheckoutStatus,
): string | null {
  const { not_read = [] } = transaction
  const lacksContract = placesOrder(status) && namedContracts(transaction, payments).length === 0
  const told = [
    ...(not_read.length > 0 ? [`could not be read: ${not_read.join(", ")}`] : []),
    ...(lacksContract && !not_read.includes("contract") ? ["no contract is named"] : []),
  ]
  return told.length > 0 ? told.join("; ") : null
}
