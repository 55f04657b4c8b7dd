import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { causeOf } from "../../mapping/words/errors"
import type { OpenOrder } from "../booking/open-order"
import { resolveDeps, type Deps } from "../deps"
import { mailLink } from "./mail-link"
import { makeLink, toMail, type MadeLink } from "./make-link"
import { readLinkable } from "./read-linkable"
import { readLinkReason } from "./read-reason"

export interface CreatePaymentLinkInput {
  order_id: string
  /** The admin user who asks; left out where the shop's own code does. */
  made_by?: string
  /** False: the customer is not mailed, whatever the setting `mails` says. */
  mail?: boolean
}

/** The link's address is told this once: the ledger keeps a hash of it. */
export interface CreatedPaymentLink {
  id: string
  order_id: string
  /** For the customer: whoever has it may pay for the order. */
  url: string
  expires_at: Date
  /** The customer got it by e-mail, as the setting `mails` wants. */
  is_mailed: boolean
}

async function createPaymentLink(
  deps: Deps,
  { order_id, made_by, mail = true }: CreatePaymentLinkInput,
): Promise<CreatedPaymentLink> {
  const found = await readLinkable(deps, order_id)
  const made = await makeLink(deps, order_id, made_by)
  const is_mailed = mail && (await isMailed(deps, found, made))
  return { ...made, order_id, is_mailed }
}

/** Never throws: the link is there, and can be sent otherwise. */
async function isMailed(deps: Deps, found: OpenOrder, made: MadeLink): Promise<boolean> {
  const { order } = found
  try {
    const reason = await readLinkReason(deps, found)
    const mail = { reason, key: made.id, makeLink: () => Promise.resolve(toMail(deps, made)) }
    return (await mailLink(deps, found, mail)) === "sent"
  } catch (error) {
    const number = order.display_id ?? order.id
    deps.logger.warn(
      `secuconnect: the payment link of order ${number} was not mailed: ${causeOf(error)}`,
    )
    return false
  }
}

const createPaymentLinkId = "secuconnect-create-payment-link"

const createPaymentLinkStep = createStep(
  createPaymentLinkId,
  async (input: CreatePaymentLinkInput, { container }) =>
    new StepResponse(await createPaymentLink(resolveDeps(container), input)),
)

/**
 * Makes a link through which the customer pays whatever is open on an order, without a storefront: all
 * of it, the rest after an edit, exchange or claim, a transfer that expired. It ends when the order is
 * paid or canceled, after the setting `paymentLinkDays`, and when the next one is made.
 *
 * @example
 * const { result } = await createPaymentLinkWorkflow(container).run({
 *   input: { order_id: "order_01…" },
 * })
 * await sendMail(result.url)
 *
 * @throws MedusaError (`not_allowed`) that says why when nothing can be paid, `not_found` without the order
 */
export const createPaymentLinkWorkflow = createWorkflow(
  createPaymentLinkId,
  (input: CreatePaymentLinkInput) => new WorkflowResponse(createPaymentLinkStep(input)),
)
