import { z } from "zod"
import { oddPushNames } from "../odd/pushes"
import { oddAnswerNames } from "../odd-answers"
import { paymentMethods } from "../machine/payment-methods"
import type { SandboxSettings } from "../options"

const milliseconds = z.int().min(0)

const wishSchema = z
  .strictObject({
    methods: z.array(z.enum(paymentMethods)),
    terse: z.boolean(),
    odd_answers: z.array(z.enum(oddAnswerNames)),
    odd_noise: z.strictObject({ seed: z.int(), share: z.number().min(0).max(1) }).nullable(),
    odd_push: z.enum(oddPushNames).nullable(),
    latency_ms: milliseconds,
    truth_delay_ms: milliseconds,
    token_lifetime_seconds: z.int().positive(),
    pushes: z.boolean(),
    push_backoff_ms: z.array(milliseconds).min(1),
    prepaid_waiting_simple: z.literal([2, 10]),
    full_refund_simple: z.literal([5, 7]),
    mixed_basket: z.boolean(),
    demo: z.enum(["allowed", "no_cards", "refused"]),
    start_outcome: z.enum(["ok", "pending", "failed"]),
  })
  .partial()

/** Body of `POST /sandbox/settings`: any of the settings, read into our spelling. */
export const settingsSchema = wishSchema.transform((wish) => ({
  methods: wish.methods,
  terse: wish.terse,
  oddAnswers: wish.odd_answers,
  oddNoise: wish.odd_noise,
  oddPush: wish.odd_push,
  latencyMs: wish.latency_ms,
  truthDelayMs: wish.truth_delay_ms,
  tokenLifetimeSeconds: wish.token_lifetime_seconds,
  pushes: wish.pushes,
  pushBackoffMs: wish.push_backoff_ms,
  prepaidWaitingSimple: wish.prepaid_waiting_simple,
  fullRefundSimple: wish.full_refund_simple,
  mixedBasket: wish.mixed_basket,
  demo: wish.demo,
  startOutcome: wish.start_outcome,
}))

/** The settings as the control API shows them. */
export function settingsView(settings: SandboxSettings) {
  return {
    methods: settings.methods,
    terse: settings.terse,
    odd_answers: settings.oddAnswers,
    odd_noise: settings.oddNoise,
    odd_push: settings.oddPush,
    latency_ms: settings.latencyMs,
    truth_delay_ms: settings.truthDelayMs,
    token_lifetime_seconds: settings.tokenLifetimeSeconds,
    pushes: settings.pushes,
    push_backoff_ms: settings.pushBackoffMs,
    prepaid_waiting_simple: settings.prepaidWaitingSimple,
    full_refund_simple: settings.fullRefundSimple,
    mixed_basket: settings.mixedBasket,
    demo: settings.demo,
    start_outcome: settings.startOutcome,
  }
}
