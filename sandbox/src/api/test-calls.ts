import type { Router } from "express"
import { changeStatus, stateOfFineStatus } from "../machine/change-status"
import { methods } from "../machine/methods"
import { paymentMethods } from "../machine/payment-methods"
import type { Sandbox } from "../sandbox"
import { changedStatusSchema } from "../schemas/payment"
import { ApiError } from "./api-error"
import { authorized } from "./authorized"
import { endpoint } from "./endpoint"
import { findPayment } from "./find"
import { parseBody } from "./parse-body"
import { oldFormatView } from "./views/old-format"

/**
 * `/Payment/Secupay…/{id}/TestChangedPaymentStatus`: another status for a test payment. Documented
 * nowhere, only called by another shop system's plugin; that the number is the fine status and the
 * id a payment's or its hash is an assumption.
 * @see https://github.com/pretix/pretix-secuconnect/blob/main/api_test.py
 */
export function addTestCalls(api: Router, sandbox: Sandbox): void {
  for (const method of paymentMethods) {
    const { service } = methods[method]
    if (service === null) continue
    api.post(
      `/Payment/${service}/:id/TestChangedPaymentStatus`,
      endpoint(
        sandbox,
        authorized(sandbox, ({ id, body }) => {
          const payment = findPayment(sandbox, id)
          if (payment.method !== method) {
            throw new ApiError("unknown_id", `${id} is not a payment of ${service}`)
          }
          const { new_status_id: fine } = parseBody(changedStatusSchema, body)
          const state = stateOfFineStatus(fine)
          if (!state) throw new ApiError("format", `new_status_id: unknown status ${fine}`)
          changeStatus(sandbox, payment, state)
          return oldFormatView(sandbox, payment)
        }),
      ),
    )
  }
}
