import type { Router } from "express"
import type { Sandbox } from "../sandbox"
import { paymentCustomerSchema } from "../schemas/contact"
import { germanTime } from "../state/dates"
import { newId } from "../state/ids"
import type { CustomerRecord } from "../state/records"
import { authorized } from "./authorized"
import { endpoint, type ApiCall } from "./endpoint"
import { findCustomer } from "./find"
import { listView } from "./list"
import { parseBody } from "./parse-body"
import { customerView } from "./views/customer"

/**
 * `/Payment/Customers`: store, list, read, replace and delete buyers.
 * @see https://developer.secuconnect.com/API-Reference/API-Services/Payment/Payment_Customer.html
 */
export function addPaymentCustomerRoutes(api: Router, sandbox: Sandbox): void {
  const { state, config } = sandbox
  const route = (handle: (call: ApiCall) => unknown) =>
    endpoint(sandbox, authorized(sandbox, handle))
  const view = (record: CustomerRecord) => customerView(config, record)

  api
    .route("/Payment/Customers")
    .get(route((call) => listView([...state.customers.values()].map(view), call)))
    .post(
      route(({ body }) => {
        const { contact } = parseBody(paymentCustomerSchema, body)
        const record = { id: newId("PCU"), contact, created: germanTime(), updated: null }
        state.customers.set(record.id, record)
        state.changed()
        return view(record)
      }),
    )
  api
    .route("/Payment/Customers/:id")
    .get(route(({ id }) => view(findCustomer(sandbox, id))))
    .put(
      route(({ id, body }) => {
        const record = findCustomer(sandbox, id)
        record.contact = parseBody(paymentCustomerSchema, body).contact
        state.touch(record)
        return view(record)
      }),
    )
    .delete(
      route(({ id }) => {
        const record = findCustomer(sandbox, id)
        state.customers.delete(id)
        state.changed()
        return [view(record)]
      }),
    )
}
