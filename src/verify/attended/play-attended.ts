import { openHost } from "../host"
import { fieldOf, textAt } from "../play"
import { ordinaryRequest } from "../sample-requests"
import { CREATE } from "../steps/create"
import type { Act } from "./acts"
import { playMoney } from "./money"
import { notePushes, noteReturn } from "./received"
import type { Stage } from "./stage"
import { watchStatus } from "./watch-status"

/**
 * Lets the customer make each visit, and does what a shop does after it.
 *
 * @returns the acts that were played; those that were skipped have left steps, which are of no use
 */
export async function playAttended(stage: Stage, acts: readonly Act[]): Promise<Act[]> {
  const played: Act[] = []
  for (const [index, act] of acts.entries()) {
    if (await playAct(stage, act, { index, of: acts.length })) played.push(act)
    else stage.notes.push(`${act.name}: skipped`)
  }
  return played
}

interface Turn {
  index: number
  of: number
}

async function playAct(stage: Stage, act: Act, { index, of }: Turn): Promise<boolean> {
  const { play, customer, listener } = stage
  const created = await create(stage, act, index)
  const id = textAt(created.json, "id")
  const link = textAt(fieldOf(created.json, "payment_links"), act.method)
  if (id === undefined || link === undefined) return true
  if (act.refusePush) listener.refusePush(index)
  const isBack = () => listener.received(index).some(({ kind }) => kind !== "push")
  const begin = performance.now()
  const visit = await customer.visit({
    ...act,
    count: `${index + 1} of ${of}`,
    id,
    link,
    returned: listener.waitFor(isBack, LONGEST_VISIT_MS),
  })
  if (visit === "skipped") return false
  const seen = await watchStatus({ ...stage, door: openHost(play.access.baseUrl) }, act, id)
  stage.notes.push(`${act.name}: ${seen}`)
  noteReturn(stage, act, index)
  if (act.outcome === "pay") await notePushes(stage, act, { index, begin })
  await playMoney(play, act, id)
  return true
}

const LONGEST_VISIT_MS = 15 * 60_000

function create({ play, listener }: Stage, { name, autoCapture }: Act, index: number) {
  const ordinary = ordinaryRequest(play.access)
  const urls = listener.urlsOf(index)
  const body = {
    ...ordinary,
    application_context: {
      ...ordinary.application_context,
      return_urls: {
        url_success: urls.success,
        url_error: urls.error,
        url_abort: urls.abort,
        url_push: urls.push,
      },
    },
    payment_context: { auto_capture: autoCapture },
  }
  return play.call(`${name}: create`, { ...CREATE, body, readAs: "smart_transaction" })
}
