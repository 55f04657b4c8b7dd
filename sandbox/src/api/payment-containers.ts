import type { Router } from "express"
import type { Sandbox } from "../sandbox"
import { paymentContainerSchema } from "../schemas/container"
import { germanTime } from "../state/dates"
import { newId } from "../state/ids"
import type { ContainerRecord } from "../state/records"
import { authorized } from "./authorized"
import { endpoint, type ApiCall } from "./endpoint"
import { findContainer, findCustomer } from "./find"
import { listView } from "./list"
import { parseBody } from "./parse-body"
import { containerView } from "./views/container"

/** `/Payment/Containers`: store, list, read, replace, archive and delete bank accounts. */
export function addPaymentContainerRoutes(api: Router, sandbox: Sandbox): void {
  const { state } = sandbox
  const route = (handle: (call: ApiCall) => unknown) =>
    endpoint(sandbox, authorized(sandbox, handle))
  const onContainer = (handle: (record: ContainerRecord, call: ApiCall) => unknown) =>
    route((call) => handle(findContainer(sandbox, call.id), call))
  const view = (record: ContainerRecord) => containerView(sandbox, record)
  const listed = () => [...state.containers.values()].filter((record) => !record.archived)

  api
    .route("/Payment/Containers")
    .get(route((call) => listView(listed().map(view), call)))
    .post(route(({ body }) => view(storeContainer(sandbox, body))))
  api
    .route("/Payment/Containers/:id")
    .get(onContainer(view))
    .put(
      onContainer((record, { body }) => {
        record.request = readContainer(sandbox, body)
        state.touch(record)
        return view(record)
      }),
    )
    .delete(
      onContainer((record) => {
        const last = view(record)
        state.containers.delete(record.id)
        state.changed()
        return [last]
      }),
    )
  api.post(
    "/Payment/Containers/:id/archive",
    onContainer((record) => {
      record.archived = true
      state.touch(record)
      return { result: true }
    }),
  )
}

function storeContainer(sandbox: Sandbox, body: unknown): ContainerRecord {
  const record: ContainerRecord = {
    id: newId("PCT"),
    request: readContainer(sandbox, body),
    mandateId: `SEPA-${sandbox.state.nextTransId()}`,
    archived: false,
    created: germanTime(),
    updated: null,
  }
  sandbox.state.containers.set(record.id, record)
  sandbox.state.changed()
  return record
}

function readContainer(sandbox: Sandbox, body: unknown): ContainerRecord["request"] {
  const request = parseBody(paymentContainerSchema, body)
  const customer = request.customer?.id ?? request.customer_id
  if (customer !== undefined) findCustomer(sandbox, customer)
  return request
}
