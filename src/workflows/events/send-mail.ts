import type { CreateNotificationDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { MailContent } from "../../mapping/mails/mail"
import { mailFrame } from "../../mapping/mails/mail-frame"
import { orderNumber, type MailedOrder } from "../../mapping/mails/mailed-order"
import { renderMail } from "../../mapping/mails/render-mail"
import { templateData } from "../../mapping/mails/template-data"
import type { Language } from "../../mapping/words/language"
import { causeOf } from "../../mapping/words/errors"
import { readMailedOrder } from "../../medusa/read-order"
import type { Settings } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/**
 * How a mail ended: `not_sent`, it was never handed to the shop's mail provider; `unknown`, it was, and that has
 * failed, maybe after it had sent it: its answer can get lost.
 */
export type MailEnd = "sent" | "not_sent" | "unknown"

/** What was made for a mail that is about to be sent. */
export interface FinishedMail {
  content: MailContent
  /** Is told how the mail ended. */
  conclude?: ((end: MailEnd) => Promise<void>) | undefined
}

/** A link for a mail that is about to be sent. */
export interface LinkForMail extends Pick<Required<FinishedMail>, "conclude"> {
  url: string
}

/** A mail to the customer of an order. */
export interface MailToSend {
  order_id: string
  content: MailContent
  /** What is made only when the mail is about to be sent, a link say. */
  finish?: () => Promise<FinishedMail>
  language: Language
  is_demo: boolean
  /** The event, or whatever else made it be sent; for Medusa's list of notifications. */
  trigger_type: string
  /** Under the same key nothing is sent twice. */
  key: string
}

/** What became of it. `off`: the setting does not want it. */
export type MailOutcome = "sent" | "off" | "sent_before" | "no_address" | "no_provider"

/**
 * Sends a mail to the customer of an order through Medusa's Notification module, once for a key, if the
 * setting `mails` wants it: in our words, or with a template of the shop's. The address is read now and
 * kept nowhere but in Medusa's own list of notifications.
 *
 * @throws Error when the shop's mail provider has failed, so that an event bus with attempts repeats
 */
export async function sendMail(deps: Deps, mail: MailToSend): Promise<MailOutcome> {
  const settings = await deps.ledger.getSettings()
  const wish = settings.mails[mail.content.kind]
  if (wish === false) return "off"
  const order = await readMailedOrder(deps.query, mail.order_id)
  if (!order?.email) return "no_address"
  const idempotency_key = await nextKey(deps, mail)
  if (!idempotency_key) return "sent_before"
  const { content, conclude }: FinishedMail = mail.finish
    ? await mail.finish()
    : { content: mail.content }
  const { email: to } = order
  const write = async () => ({
    ...{ to, trigger_type: mail.trigger_type, idempotency_key },
    ...(await notificationOf({ ...mail, content }, order, settings)),
  })
  return await handOver(deps, order, { write, conclude })
}

type Notification = Omit<CreateNotificationDTO, "channel" | "resource_type" | "resource_id">

interface MailToHandOver extends Pick<FinishedMail, "conclude"> {
  write: () => Promise<Notification>
}

async function handOver(
  deps: Deps,
  order: MailedOrder,
  { write, conclude }: MailToHandOver,
): Promise<MailOutcome> {
  const about = { channel: "email", resource_type: "order", resource_id: order.id }
  let end: MailEnd = "not_sent"
  try {
    const notification = { ...(await write()), ...about }
    end = "unknown"
    const made = await deps.container
      .resolve(Modules.NOTIFICATION)
      .createNotifications([notification])
    // None where it is being sent under this key at this moment.
    const outcome = made.length > 0 ? "sent" : "sent_before"
    end = outcome === "sent" ? "sent" : "not_sent"
    return outcome
  } catch (error) {
    const outcome = explain(deps, { order, error })
    end = "not_sent"
    return outcome
  } finally {
    await conclude?.(end)
  }
}

/** What a mail is made of. */
export type MailDraft = Pick<MailToSend, "content" | "language" | "is_demo">

/**
 * A mail for Medusa's Notification module: the shop's template, or our own words. The same data goes with
 * both.
 */
export async function notificationOf(
  { content, language, is_demo }: MailDraft,
  order: MailedOrder,
  settings: Settings,
) {
  const frame = mailFrame(settings, { language, is_demo, order_number: orderNumber(order) })
  const data = templateData(content, frame, order)
  const wish = settings.mails[content.kind]
  if (typeof wish === "string") return { template: wish, data }
  const { attachments, ...words } = await renderMail(content, frame)
  return { content: words, data, ...(attachments.length > 0 ? { attachments } : {}) }
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
async function nextKey(deps: Deps, { key, order_id }: MailToSend): Promise<string | null> {
  const keys = Array.from({ length: TRIES }, (_, index) =>
    index === 0 ? key : `${key}:${index + 1}`,
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
function explain(
  deps: Deps,
  { order, error }: { order: MailedOrder; error: unknown },
): MailOutcome {
  const about = `secuconnect: a mail to the customer of order ${orderNumber(order)} was not sent`
  const words = error instanceof Error ? error.message : ""
  if (!/could not find a notification provider/i.test(words)) {
    throw new Error(`${about}: ${kindOf(error)}`)
  }
  deps.logger.warn(`${about}: the shop has no notification provider for the channel "email".`)
  return "no_provider"
}

const kindOf = (error: unknown) =>
  /failed to send/i.test(error instanceof Error ? error.message : "")
    ? "the notification provider failed"
    : causeOf(error)
