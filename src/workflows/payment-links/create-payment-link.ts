import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { linkReasonOf } from "../../mapping/page/reason"
import { causeOf, notAllowed } from "../../mapping/words/errors"
import { MISSING_CONTRACT } from "../../mapping/words/messages"
import { resolveDeps, type Deps } from "../deps"
import { checkoutsOfOpen } from "./checkouts"
import { mailLink } from "./mail-link"
import { makeLink, type MadeLink } from "./make-link"
import { obstacleToLink, readOpenOrder, type OpenOrder } from "./open-order"
import { readReasonFacts } from "./read-reason"

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
  const { ledger } = deps
  const settings = await ledger.getSettings()
  if (!settings.contractId) throw notAllowed(MISSING_CONTRACT, "secuconnect_not_configured")
  const found = await readOpenOrder(deps, order_id)
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order.")
  const obstacle = obstacleToLink(found)
  if (obstacle) throw notAllowed(obstacle, "secuconnect_nothing_to_pay")
  const made = await makeLink(deps, order_id, made_by)
  const is_mailed = mail && (await isMailed(deps, found, made))
  return { ...made, order_id, is_mailed }
}

/** Never throws: the link is there, and can be sent otherwise. */
async function isMailed(deps: Deps, found: OpenOrder, { id, url }: MadeLink): Promise<boolean> {
  const { order } = found
  try {
    const reason = linkReasonOf(
      await readReasonFacts(deps, found, await checkoutsOfOpen(deps, found)),
    )
    const makeUrl = () => Promise.resolve(url)
    return (await mailLink(deps, found, { reason, key: id, makeUrl })) === "sent"
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
