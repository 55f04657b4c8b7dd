import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { transferDue } from "../../mapping/status/transfer-due"
import { toMajorUnits } from "../../mapping/words/currency"
import { causeOf } from "../../mapping/words/errors"
import {
  toMailData,
  waitingPaymentSchema,
  type MailedOrder,
  type WaitingPayment,
} from "../../mapping/views/transfer-mail"
import { readMailedOrder } from "../../medusa/read-order"
import { resolveDeps, type Deps } from "../deps"
import { readOrderToPay } from "./read-order-to-pay"

/** An event as Medusa's bus hands it over. */
interface GivenEvent {
  name: string
  data: unknown
}

const REMINDER = "secuconnect.payment_reminder"

/**
 * Mails the transfer details to the customer, once for an event and as long as something is to be
 * transferred, where the setting `mailTemplate` names a template. The address is read now and kept nowhere but in Medusa's own list of notifications.
 *
 * @throws Error when the shop's mail provider has failed, so that an event bus with attempts repeats
 */
export async function mailTransferDetails(
  container: MedusaContainer,
  { name, data }: GivenEvent,
): Promise<void> {
  const deps = resolveDeps(container)
  const { mailTemplate } = await deps.ledger.getSettings()
  const payment = mailTemplate && (await asOfNow(deps, data))
  if (!payment) return
  const order = await readMailedOrder(deps.query, payment.order_id)
  const key = await nextKey(deps, payment)
  if (!order?.email || !key) return
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: order.email,
      channel: "email",
      template: mailTemplate,
      data: toMailData(payment, order, name === REMINDER),
      trigger_type: name,
      resource_type: "order",
      resource_id: order.id,
      idempotency_key: key,
    })
  } catch (error) {
    explain(deps, { order, error })
  }
}

/**
 * An event can be published, or a mail repeated, after the order was changed or paid: what counts is
 * what is to be transferred now.
 *
 * @returns null when that is nothing any more, or the event tells of no transfer
 */
async function asOfNow(deps: Deps, data: unknown): Promise<WaitingPayment | null> {
  const { success, data: told } = waitingPaymentSchema.safeParse(data)
  if (!success) return null
  const { checkout_id, transfer_details } = told
  if (checkout_id === undefined) return told
  const checkout = await deps.ledger.retrieveCheckout(checkout_id)
  const due = transferDue(checkout, await readOrderToPay(deps, checkout))
  if (due.is !== "due") return null
  const amount = toMajorUnits(due.amount, checkout)
  return { ...told, transfer_details: { ...transfer_details, amount } }
}

const mailsSchema = z.array(z.object({ idempotency_key: z.string().nullish(), status: z.string() }))

/** How often a mail whose sending failed may be tried. */
const TRIES = 3

/**
 * Medusa sends nothing twice under one key. Under the key of a failed mail it would, but it forgets
 * that it did: each repetition has a key of its own.
 *
 * @returns null when the mail was sent, is being sent, or was tried often enough
 */
async function nextKey(deps: Deps, { event_id, order_id }: WaitingPayment): Promise<string | null> {
  const keys = Array.from({ length: TRIES }, (_, index) =>
    index === 0 ? event_id : `${event_id}:${index + 1}`,
  )
  const mails = await deps.container
    .resolve(Modules.NOTIFICATION)
    .listNotifications({ resource_id: order_id })
  const tried = mailsSchema.parse(mails).filter(({ idempotency_key }) => {
    return idempotency_key && keys.includes(idempotency_key)
  })
  const haveFailed = tried.every(({ status }) => status === "failure")
  return haveFailed ? (keys[tried.length] ?? null) : null
}

/** The provider's words may hold the customer's address; they stay out of log and error. */
function explain(deps: Deps, { order, error }: { order: MailedOrder; error: unknown }): void {
  const about = `secuconnect: the transfer details of order ${order.display_id} were not mailed`
  const words = error instanceof Error ? error.message : ""
  if (!/could not find a notification provider/i.test(words)) {
    throw new Error(`${about}: ${kindOf(error)}`)
  }
  deps.logger.warn(`${about}: the shop has no notification provider for the channel "email".`)
}

const kindOf = (error: unknown) =>
  /failed to send/i.test(error instanceof Error ? error.message : "")
    ? "the notification provider failed"
    : causeOf(error)
