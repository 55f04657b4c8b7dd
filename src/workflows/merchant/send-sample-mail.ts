import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SAMPLE_ORDER, sampleMail } from "../../mapping/mails/sample-mail"
import { notAllowed } from "../../mapping/words/errors"
import type { Language } from "../../mapping/words/language"
import type { MailKind } from "../../mapping/words/mails"
import { resolveDeps, type Deps } from "../deps"
import { notificationOf } from "../events/send-mail"

export interface SendSampleMailInput {
  kind: MailKind
  language: Language
  /** Admin user who asks for it, and gets it. */
  user_id: string
}

async function sendSampleMail(
  deps: Deps,
  { kind, language, user_id }: SendSampleMailInput,
): Promise<{ to: string }> {
  const [user] = await deps.container.resolve(Modules.USER).listUsers({ id: user_id }, { take: 1 })
  if (!user) throw refused("a sample goes to the person who is logged in, and an API key is none")
  const settings = await deps.ledger.getSettings()
  const draft = { content: sampleMail(kind), language, is_demo: true }
  const mail = await notificationOf(draft, SAMPLE_ORDER, settings)
  try {
    await deps.container.resolve(Modules.NOTIFICATION).createNotifications({
      ...{ to: user.email, channel: "email", trigger_type: "secuconnect.sample" },
      ...mail,
    })
  } catch (error) {
    throw refused(whyNotSent(error))
  }
  return { to: user.email }
}

/** The merchant asked for it and gets it to the own address: the provider's words may be told. */
function whyNotSent(error: unknown): string {
  const words = error instanceof Error ? error.message : ""
  return /could not find a notification provider/i.test(words)
    ? 'Medusa has no notification provider for the channel "email". Add one to medusa-config'
    : `the notification provider failed: ${words.slice(0, 500)}`
}

function refused(why: string) {
  return notAllowed(`secuconnect: the sample was not sent, ${why}.`, "secuconnect_action_failed")
}

const sendSampleMailId = "secuconnect-send-sample-mail"

const sendSampleMailStep = createStep(
  sendSampleMailId,
  async (input: SendSampleMailInput, { container }) =>
    new StepResponse(await sendSampleMail(resolveDeps(container), input)),
)

/**
 * Mails a sample to an admin user, marked as test mode, whether that mail is switched on or not.
 *
 * @throws MedusaError (`not_allowed`) when nobody is logged in, or the mail could not be sent
 */
export const sendSampleMailWorkflow = createWorkflow(
  sendSampleMailId,
  (input: SendSampleMailInput) => new WorkflowResponse(sendSampleMailStep(input)),
)
