import { settle } from "../machine/checkout"
import { setDelivery } from "../machine/delivery"
import { prepareSmartTransaction, startWithMethod } from "../machine/prepare"
import { cancelSmartTransaction, startSmartTransaction } from "../machine/smart-transactions"
import type { Sandbox } from "../sandbox"
import { deliveryOptionsSchema, setDeliverySchema } from "../schemas/delivery"
import { prepareSchema } from "../schemas/prepare"
import type { SmartTransaction } from "../state/records"
import { ApiError } from "./api-error"
import type { ApiCall } from "./endpoint"
import { findContainer, findCustomer } from "./find"
import { parseBody } from "./parse-body"
import {
  cancelledView,
  createdView,
  pageOf,
  readView,
  startedView,
} from "./views/smart-transaction"

type Action = (sandbox: Sandbox, record: SmartTransaction, call: ApiCall) => unknown

/** What `POST /Smart/Transactions/{id}/…` does, by the end of its path. */
export const smartTransactionActions: Readonly<Record<string, Action>> = {
  start(sandbox, record) {
    startSmartTransaction(sandbox, record)
    return startedView(sandbox, record)
  },

  "start/:method"(sandbox, record, call) {
    settle(sandbox, record)
    takingOver(sandbox, { record, call }, (method) => startWithMethod(sandbox, record, method))
    return startedView(sandbox, record)
  },

  "prepare/:method"(sandbox, record, call) {
    settle(sandbox, record)
    const page = takingOver(sandbox, { record, call }, (method) =>
      prepareSmartTransaction(sandbox, record, method),
    )
    return {
      ...createdView(sandbox, record),
      ...(page ? { payment_method: page, iframe_url: pageOf(sandbox, record, page) } : {}),
    }
  },

  cancel(sandbox, record) {
    cancelSmartTransaction(sandbox, record)
    return cancelledView(sandbox, record)
  },

  /** For tills; here it does what `cancel` does. */
  cancelTrx(sandbox, record) {
    cancelSmartTransaction(sandbox, record)
    return cancelledView(sandbox, record)
  },

  /** Which status it leads to is documented nowhere. */
  abort(sandbox, record) {
    cancelSmartTransaction(sandbox, record, "aborted")
    return readView(sandbox, record)
  },

  setDelivery(sandbox, record, { body }) {
    settle(sandbox, record)
    const { delivery_options: sent } = parseBody(setDeliverySchema, body)
    const type = record.request.delivery_options?.type ?? "shipping"
    setDelivery(sandbox, record, parseBody(deliveryOptionsSchema, { type, ...sent }))
    return createdView(sandbox, record)
  },

  /** Applies loyalty cards; the sandbox knows none, so that all is still to be paid. */
  preTransaction: (_sandbox, record) => ({ missing_sum: record.sum, bonus_products: [] }),
}

/**
 * Does something with the buyer and the instrument that a custom checkout sends along; what is
 * refused changes nothing.
 */
function takingOver<Output>(
  sandbox: Sandbox,
  { record, call }: { record: SmartTransaction; call: ApiCall },
  act: (method: string) => Output,
): Output {
  const before = { ...record, request: { ...record.request } }
  try {
    takeOver(sandbox, record, call)
    return act(call.params.method ?? "")
  } catch (error) {
    Object.assign(record, before)
    throw error
  }
}

function takeOver(sandbox: Sandbox, record: SmartTransaction, { body, params }: ApiCall): void {
  const { customer, container } = parseBody(prepareSchema, body)
  if (customer) takeOverCustomer(sandbox, record, customer)
  record.request.container = container ?? record.request.container
  const used = record.request.container
  if (used && "id" in used) findContainer(sandbox, used.id)
  if (params.method === "debit" && !used && record.status === "created") {
    throw new ApiError("format", "container: a bank account is needed for debit")
  }
}

function takeOverCustomer(
  sandbox: Sandbox,
  record: SmartTransaction,
  customer: SmartTransaction["request"]["customer"],
): void {
  if (customer.id === undefined || customer.contact) {
    record.request.customer = customer
    return
  }
  const { id, contact } = findCustomer(sandbox, customer.id)
  record.customerId = id
  record.request.customer = { id, contact }
}
