import { Dice } from "./odd/dice"
import { oddPushes, oddPushNames, plainPush, type SentPush } from "./odd/pushes"
import type { SandboxSettings } from "./options"
import { germanTime } from "./state/dates"
import { newEventId } from "./state/ids"
import type { Payment, Push, PushAttempt } from "./state/records"
import type { State } from "./state/state"
import type { Timers } from "./timers"
import { messageOf } from "./message-of"

const answerWithinMs = 30_000
const giveUpAfterMs = 24 * 60 * 60 * 1_000
const longestTimerMs = 2_147_483_647

interface Dependencies {
  state: State
  settings: SandboxSettings
  timers: Timers
}

/**
 * Sends pushes until they are answered with 200, at most for 24 hours.
 * @see https://developer.secuconnect.com/integration/Push_Notifications_for_Payments.html
 */
export class Pushes {
  private readonly deps: Dependencies
  private readonly dice = new Dice()
  private readonly stopped = new AbortController()

  constructor(deps: Dependencies) {
    this.deps = deps
  }

  /** Takes up the pushes that an earlier run still had to deliver. */
  resume(): void {
    for (const push of this.deps.state.pushes.values()) {
      if (push.state === "waiting") this.schedule(push, (push.nextAt ?? 0) - Date.now())
    }
  }

  stop(): void {
    this.stopped.abort()
  }

  /** Tells the shop that a payment has changed or a refund was added, if it named a push URL. */
  announce(payment: Payment, type: Push["type"]): void {
    const push = this.record(payment, type)
    if (!push) return
    this.deps.state.addPush(push)
    if (push.state === "waiting") this.schedule(push, 0)
  }

  /** Sends one push `times` times at once, whatever became of it. The answers, in any order. */
  async repeat(push: Push, times: number): Promise<PushAttempt[]> {
    return Promise.all(Array.from({ length: times }, () => this.attempt(push)))
  }

  private record(payment: Payment, type: Push["type"]): Push | null {
    const owner = this.deps.state.smartTransactions.get(payment.smartTransactionId)
    const url = owner?.request.application_context.return_urls?.url_push
    if (!url) return null
    const createdAt = Date.now()
    return {
      id: newEventId(),
      smartTransactionId: payment.smartTransactionId,
      paymentId: payment.id,
      type,
      url,
      state: this.deps.settings.pushes ? "waiting" : "withheld",
      created: germanTime(new Date(createdAt)),
      createdAt,
      nextAt: this.deps.settings.pushes ? createdAt : null,
      attempts: [],
    }
  }

  private schedule(push: Push, inMs: number): void {
    this.deps.timers.after(Math.min(Math.max(inMs, 0), longestTimerMs), () => {
      void this.deliver(push)
    })
  }

  private async deliver(push: Push): Promise<void> {
    if (push.state !== "waiting") return
    const attempt = await this.attempt(push)
    if (this.stopped.signal.aborted || attempt.status === 200) return
    const waits = this.deps.settings.pushBackoffMs
    const wait = waits[Math.min(push.attempts.length, waits.length) - 1] ?? 0
    const late = Date.now() + wait > push.createdAt + giveUpAfterMs
    push.state = late ? "given_up" : "waiting"
    push.nextAt = late ? null : Date.now() + wait
    this.deps.state.changed()
    if (!late) this.schedule(push, wait)
  }

  private async attempt(push: Push): Promise<PushAttempt> {
    const started = Date.now()
    const result = await this.post(push)
    const attempt = { at: germanTime(), ...result, milliseconds: Date.now() - started }
    if (this.stopped.signal.aborted) return attempt
    push.attempts.push(attempt)
    if (result.status === 200) {
      push.state = "delivered"
      push.nextAt = null
    }
    this.deps.state.changed()
    return attempt
  }

  /** As documented, unless an odd form is set, or thrown for. */
  private formOf(json: string): SentPush {
    const { oddPush, oddNoise } = this.deps.settings
    if (oddPush) return oddPushes[oddPush](json)
    if (!oddNoise || this.dice.throw(oddNoise.seed) >= oddNoise.share) return plainPush(json)
    const name = oddPushNames[Math.floor(this.dice.throw(oddNoise.seed) * oddPushNames.length)]
    return name ? oddPushes[name](json) : plainPush(json)
  }

  private async post(push: Push): Promise<{ status: number | null; error: string | null }> {
    const { method, contentType, body } = this.formOf(JSON.stringify(pushBody(push)))
    try {
      const response = await fetch(push.url, {
        method,
        redirect: "manual",
        headers: {
          accept: "application/json",
          // Each on a connection of its own: pushes are minutes apart, and servers close idle ones.
          connection: "close",
          ...(contentType && { "content-type": contentType }),
        },
        body,
        signal: AbortSignal.any([this.stopped.signal, AbortSignal.timeout(answerWithinMs)]),
      })
      await response.arrayBuffer()
      return { status: response.status, error: null }
    } catch (error) {
      return { status: null, error: messageOf(error) }
    }
  }
}

function pushBody(push: Push) {
  return {
    object: "event.pushes",
    id: push.id,
    created: push.created,
    target: "payment.transactions",
    type: push.type,
    data: [{ object: "payment.transactions", id: push.paymentId }],
  }
}
