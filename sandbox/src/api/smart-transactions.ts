import type { Router } from "express"
import { createSmartTransaction, replaceSmartTransaction } from "../machine/smart-transactions"
import type { Sandbox } from "../sandbox"
import { acceptRequest } from "./accept-request"
import { authorized } from "./authorized"
import { endpoint, type ApiCall } from "./endpoint"
import { findSmartTransaction } from "./find"
import { listView } from "./list"
import { withoutManagedFields } from "./managed-fields"
import { smartTransactionActions } from "./smart-transaction-actions"
import { createdView, readView } from "./views/smart-transaction"

/** `/Smart/Transactions`: create, list, read, update, and what can be done with one. */
export function addSmartTransactionRoutes(api: Router, sandbox: Sandbox): void {
  const route = (handle: (call: ApiCall) => unknown) =>
    endpoint(sandbox, authorized(sandbox, handle))

  api
    .route("/Smart/Transactions")
    .post(
      route(({ body }) =>
        createdView(sandbox, createSmartTransaction(sandbox, acceptRequest(sandbox, body))),
      ),
    )
    .get(
      route((call) => {
        const records = [...sandbox.state.smartTransactions.values()]
        return listView(
          records.map((record) => readView(sandbox, record)),
          call,
        )
      }),
    )
  api
    .route("/Smart/Transactions/:id")
    .get(route(({ id }) => readView(sandbox, findSmartTransaction(sandbox, id))))
    .put(
      route(({ id, body }) => {
        const record = findSmartTransaction(sandbox, id)
        const request = acceptRequest(sandbox, withoutManagedFields(body))
        replaceSmartTransaction(sandbox, record, request)
        return createdView(sandbox, record)
      }),
    )
  for (const [path, act] of Object.entries(smartTransactionActions)) {
    api.post(
      `/Smart/Transactions/:id/${path}`,
      route((call) => act(sandbox, findSmartTransaction(sandbox, call.id), call)),
    )
  }
}
