import type { Sandbox } from "../sandbox"
import type { ContainerRecord, CustomerRecord, Payment, SmartTransaction } from "../state/records"
import { ApiError } from "./api-error"

/** @throws ApiError when the id is not one of this merchant's */
export function findSmartTransaction({ state }: Sandbox, id: string): SmartTransaction {
  const record = state.smartTransactions.get(id)
  if (!record) throw new ApiError("unknown_id", `incorrect smart transaction id ${id}`)
  return record
}

/**
 * Finds a payment by its id or by the hash of the older API.
 * @throws ApiError when it is not one of this merchant's
 */
export function findPayment({ state }: Sandbox, id: string): Payment {
  const record =
    state.payments.get(id) ?? [...state.payments.values()].find((payment) => payment.hash === id)
  if (!record) throw new ApiError("unknown_id", `incorrect payment transaction id ${id}`)
  return record
}

/** @throws ApiError when the id is not one of this merchant's */
export function findCustomer({ state }: Sandbox, id: string): CustomerRecord {
  const record = state.customers.get(id)
  if (!record) throw new ApiError("unknown_id", `incorrect payment customer id ${id}`)
  return record
}

/** @throws ApiError when the id is not one of this merchant's */
export function findContainer({ state }: Sandbox, id: string): ContainerRecord {
  const record = state.containers.get(id)
  if (!record) throw new ApiError("unknown_id", `incorrect payment container id ${id}`)
  return record
}
