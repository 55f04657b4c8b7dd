import type { Router } from "express"
import {
  cancelSmartTransaction,
  createSmartTransaction,
  replaceSmartTransaction,
  startSmartTransaction,
} from "../machine/smart-transactions"
import type { Sandbox } from "../sandbox"
import { acceptRequest } from "./accept-request"
import { authorized } from "./authorized"
import { endpoint, type ApiCall } from "./endpoint"
import { findSmartTransaction } from "./find"
import { withoutManagedFields } from "./managed-fields"
import { cancelledView, createdView, readView, startedView } from "./views/smart-transaction"

/** `/Smart/Transactions`: create, read, update, start and cancel. */
export function addSmartTransactionRoutes(api: Router, sandbox: Sandbox): void {
  const route = (handle: (call: ApiCall) => unknown) =>
    endpoint(sandbox, authorized(sandbox, handle))

  api.post(
    "/Smart/Transactions",
    route(({ body }) =>
      createdView(sandbox, createSmartTransaction(sandbox, acceptRequest(sandbox, body))),
    ),
  )
  api.get(
    "/Smart/Transactions/:id",
    route(({ id }) => readView(sandbox, findSmartTransaction(sandbox, id))),
  )
  api.put(
    "/Smart/Transactions/:id",
    route(({ id, body }) => {
      const record = findSmartTransaction(sandbox, id)
      const request = acceptRequest(sandbox, withoutManagedFields(body))
      replaceSmartTransaction(sandbox, record, request)
      return createdView(sandbox, record)
    }),
  )
  api.post(
    "/Smart/Transactions/:id/start",
    route(({ id }) => {
      const record = findSmartTransaction(sandbox, id)
      startSmartTransaction(sandbox, record)
      return startedView(sandbox, record)
    }),
  )
  api.post(
    "/Smart/Transactions/:id/cancel",
    route(({ id }) => {
      const record = findSmartTransaction(sandbox, id)
      cancelSmartTransaction(sandbox, record)
      return cancelledView(sandbox, record)
    }),
  )
}
