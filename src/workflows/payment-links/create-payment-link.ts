import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { currencyProblem, describeCurrencyProblem } from "../../mapping/words/currency"
import { notAllowed } from "../../mapping/words/errors"
import { MISSING_CONTRACT } from "../../mapping/words/messages"
import { payAddress } from "../../mapping/request/hook-urls"
import { resolveDeps, type Deps } from "../deps"
import { mailLink } from "./mail-link"
import { readOpenOrder, type OpenOrder } from "./open-order"

export interface CreatePaymentLinkInput {
  order_id: string
  /** The admin user who asks; left out where the shop's own code does. */
  made_by?: string
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
  { order_id, made_by }: CreatePaymentLinkInput,
): Promise<CreatedPaymentLink> {
  const { ledger } = deps
  const settings = await ledger.getSettings()
  if (!settings.contractId) throw notAllowed(MISSING_CONTRACT, "secuconnect_not_configured")
  const found = await readOpenOrder(deps, order_id)
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order.")
  const obstacle = obstacleToLink(found)
  if (obstacle) throw notAllowed(obstacle, "secuconnect_nothing_to_pay")
  const days = settings.paymentLinkDays
  const wish = { order_id, made_by: made_by ?? null, days }
  const { link, token } = await ledger.paymentLinks.make(wish)
  const { id, expires_at } = link
  const url = payAddress(settings.backendUrl, token)
  const is_mailed = await mailLink(deps, found, { link: { id, url }, settings })
  return { id, order_id, url, expires_at, is_mailed }
}

/** For the merchant, in one sentence; null where a link can be made. */
export function obstacleToLink({ order, open }: OpenOrder): string | null {
  const { currency_code, status, is_draft_order } = order
  if (is_draft_order)
    return "secuconnect: convert the draft to an order first, then create the link."
  if (status === "canceled") return "secuconnect: the order is canceled, nothing is to be paid."
  const problem = currencyProblem(currency_code)
  if (problem) return `secuconnect: ${describeCurrencyProblem(currency_code, problem)}`
  if (open === null) return "secuconnect: Medusa does not say what is to be paid for this order."
  return open <= 0 ? "secuconnect: nothing is to be paid for this order." : null
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
