import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { reminderPlan, type PlannedReminder } from "../../mapping/decide/reminders"
import { payAddress } from "../../mapping/request/hook-urls"
import { causeOf } from "../../mapping/words/errors"
import type { PaymentLinkRow } from "../../modules/secuconnect/types"
import { checkoutsOfOpen } from "../booking/checkouts-of-open"
import { readOpenOrder, type OpenOrder } from "../booking/open-order"
import { resolveDeps, type Deps } from "../deps"
import { withLinkMailLock } from "../locks"
import { concludeLinks } from "./conclude"
import { mailLink } from "./mail-link"
import { toMail } from "./make-link"
import { isPayableNow } from "./payable-now"
import { readLinkReason } from "./read-reason"
import { wasSentLately } from "./sent-lately"

interface DueLink {
  link: PaymentLinkRow
  plan: PlannedReminder[]
}

async function remindOfLinks(deps: Deps): Promise<number> {
  const { ledger } = deps
  const { paymentLinkReminderDays: days = [], mails } = await ledger.getSettings()
  if (days.length === 0 || mails.payment_link === false) return 0
  const plan = reminderPlan(days)
  const id = await ledger.paymentLinks.reminders.due(plan)
  const links = id.length > 0 ? await ledger.listPaymentLinks({ id }) : []
  const sent: string[] = []
  for (const link of links) {
    const remind = () => remindUnderLock(deps, { link, plan })
    if (await withLinkMailLock(deps, link.order_id, remind)) sent.push(link.id)
  }
  return sent.length
}

/** A merchant may send a link at the same time: that is no reminder, and ends this one. */
async function remindUnderLock(deps: Deps, { link, plan }: DueLink): Promise<boolean> {
  const { id, order_id } = link
  const { ledger, logger } = deps
  if (await wasSentLately(deps, order_id, await ledger.now())) return false
  if (!(await ledger.paymentLinks.reminders.claim(id, plan))) return false
  try {
    const found = await readOpenOrder(deps, order_id)
    return found !== null && (await isReminded(deps, { link, found }))
  } catch (error) {
    await ledger.paymentLinks.reminders.giveBack(link)
    logger.warn(`secuconnect: ${order_id}: no reminder of its payment link: ${causeOf(error)}`)
    return false
  }
}

/** Who waits with a bank transfer is reminded of that one. */
async function isReminded(
  deps: Deps,
  { link, found }: { link: PaymentLinkRow; found: OpenOrder },
): Promise<boolean> {
  await concludeLinks(deps, found, [link])
  if (!(await isPayableNow(deps, found))) return false
  if ((await checkoutsOfOpen(deps, found)).some(({ status }) => status === "waiting")) return false
  const outcome = await mailLink(deps, found, {
    reason: await readLinkReason(deps, found),
    key: `${link.id}:reminder:${link.reminded_at?.toISOString() ?? ""}`,
    is_reminder: true,
    makeLink: () => secondAddress(deps, link),
  })
  return outcome === "sent"
}

/** The first mail's address goes on: both lead to the same link. */
async function secondAddress(deps: Deps, { id }: PaymentLinkRow) {
  const { ledger } = deps
  const { backendUrl } = await ledger.getSettings()
  const url = payAddress(backendUrl, await ledger.paymentLinks.reminders.addToken(id))
  return toMail(deps, { id, url })
}

const remindOfLinksId = "secuconnect-remind-of-payment-links"

const remindOfLinksStep = createStep(
  remindOfLinksId,
  async (_input: Record<string, never>, { container }) =>
    new StepResponse(await remindOfLinks(resolveDeps(container))),
)

/**
 * What the job does every minute: reminds the customers of links that were mailed to them and that they
 * have not paid, on the days of the setting `paymentLinkReminderDays`.
 *
 * @returns how many were reminded
 */
export const remindOfLinksWorkflow = createWorkflow(remindOfLinksId, () => {
  return new WorkflowResponse(remindOfLinksStep({}))
})
