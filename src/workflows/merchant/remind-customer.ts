import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { transferDue } from "../../mapping/status/transfer-due"
import { toMajorUnits } from "../../mapping/words/currency"
import { notAllowed } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { readOrderToPay } from "../events/read-order-to-pay"
import { recordReminder } from "../events/record-standing-events"
import { publishEvents } from "../events/publish-events"
import { syncCheckout } from "../sync/sync-checkout"
import { resolveDeps, type Deps } from "../deps"

export interface RemindCustomerInput {
  /** Id of the ledger's row, `scchk_…`. */
  checkout_id: string
}

async function remindCustomer(
  deps: Deps,
  { checkout_id }: RemindCustomerInput,
): Promise<CheckoutRow> {
  const { ledger } = deps
  const checkout = await syncCheckout(deps, { checkout_id, source: "admin" })
  await refuseUndue(deps, checkout)
  if (!(await ledger.reminders.wasSentLately(checkout_id))) {
    await recordReminder(deps, checkout)
    await publishEvents(deps, { checkout_id })
    await ledger.reminders.markSent(checkout_id)
  }
  return await ledger.retrieveCheckout(checkout_id)
}

/** Nobody is asked for a sum that is not due. */
async function refuseUndue(deps: Deps, checkout: CheckoutRow): Promise<void> {
  const waits = checkout.status === "waiting" && checkout.instructions
  const due = transferDue(checkout, waits ? await readOrderToPay(deps, checkout) : null)
  if (waits && due.is === "due") return
  const why = due.is === "too_much" ? tooMuch(checkout, due) : "there is no transfer to remind of"
  throw notAllowed(`secuconnect: ${why}.`, "secuconnect_money_request_failed")
}

function tooMuch(checkout: CheckoutRow, { asked, needed }: { asked: number; needed: number }) {
  const money = (amount: number) =>
    `${String(toMajorUnits(amount, checkout))} ${checkout.currency_code.toUpperCase()}`
  return `the transfer is over ${money(asked)} and cannot be changed, and the order needs ${money(needed)}. Cancel the payment and agree on another one with the customer`
}

const remindCustomerId = "secuconnect-remind-customer"

const remindCustomerStep = createStep(
  remindCustomerId,
  async (input: RemindCustomerInput, { container }) =>
    new StepResponse(await remindCustomer(resolveDeps(container), input)),
)

/**
 * Reminds the customer of a bank transfer: sends the event `secuconnect.payment_reminder` with the
 * transfer details, and with it the mail, if the shop has one. Runs within a minute, also at once and on
 * several servers, remind once; a later one reminds once more.
 *
 * @example
 * await remindCustomerWorkflow(deps).run({ input: { checkout_id: "scchk_01…" } })
 *
 * @returns the ledger's row as it is afterwards; amounts in minor units
 * @throws MedusaError (`not_allowed`) when nothing is to be transferred, or less than secuconnect waits
 * for; what `syncCheckoutWorkflow` throws
 */
export const remindCustomerWorkflow = createWorkflow(
  remindCustomerId,
  (input: RemindCustomerInput) => new WorkflowResponse(remindCustomerStep(input)),
)
