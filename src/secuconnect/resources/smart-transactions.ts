import type { Call, CallOptions, Endpoint } from "../communication/call"
import {
  cancellationSchema,
  smartTransactionSchema,
  type SmartTransaction,
} from "../data/smart-transaction"
import type { SmartTransactionRequest } from "../data/smart-transaction-request"

/** @see https://developer.secuconnect.com/integration/Integrate_Smart_Checkout.html */
export interface SmartTransactions {
  /** Creates one; charges nothing until a buyer completes it. */
  create(request: SmartTransactionRequest, options?: CallOptions): Promise<SmartTransaction>
  read(id: string, options?: CallOptions): Promise<SmartTransaction>
  /** Captures an `approved` one in full. */
  start(id: string, options?: CallOptions): Promise<SmartTransaction>
  /**
   * Cancels one that has not been executed; see `payments.cancel` for later. The answers differ in
   * shape, so none is passed on: read it afterwards.
   */
  cancel(id: string, options?: CallOptions): Promise<void>
}

const reply = smartTransactionSchema
const CREATE = { method: "POST", path: "/Smart/Transactions", reply } as const
const READ: Endpoint<SmartTransaction> = {
  method: "GET",
  path: "/Smart/Transactions/{id}",
  reply,
  idOf: ({ id }) => id,
}
const START = { method: "POST", path: "/Smart/Transactions/{id}/start", reply } as const
const CANCEL = {
  method: "POST",
  path: "/Smart/Transactions/{id}/cancel",
  reply: cancellationSchema,
} as const

export function createSmartTransactions(call: Call): SmartTransactions {
  return {
    create: (request, options) => call(CREATE, { body: request, options }),
    read: (id, options) => call(READ, { id, options }),
    start: (id, options) => call(START, { id, options }),
    cancel: (id, options) => call(CANCEL, { id, options }),
  }
}
