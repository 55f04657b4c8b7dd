import { assignDefined } from "./assign-defined"
import type { OddPushName } from "./odd/pushes"
import type { OddAnswerName, OddNoise } from "./odd-answers"
import { paymentMethods, type PaymentMethod } from "./machine/payment-methods"

/**
 * What a sandbox is started with. Everything has a default: the credentials, the contract and the
 * template are the public test values of the vendor's guide.
 * @see https://developer.secuconnect.com/integration/Integrate_Smart_Checkout.html
 */
export interface SandboxOptions {
  /** 0 (default) takes a free port. */
  port?: number
  /** Address to listen on, 127.0.0.1 by default. */
  host?: string
  /** Where a browser reaches the sandbox, if that is not `http://<host>:<port>`. No trailing slash. */
  publicUrl?: string
  clientId?: string
  clientSecret?: string
  contractId?: string
  templateIds?: string[]
  /** Contracted payment methods in the spelling of `payment_links`; all by default. */
  methods?: string[]
  currencies?: string[]
  /** Leave out of every read what the documented examples leave out. */
  terse?: boolean
  /** Odd forms that answers are given wherever they fit, see `oddAnswerNames`. */
  oddAnswers?: OddAnswerName[]
  /** Beside them: odd forms by chance. */
  oddNoise?: OddNoise
  /** Every API answer takes at least this long. */
  latencyMs?: number
  /** After the checkout, reads show the old status for this long. */
  truthDelayMs?: number
  tokenLifetimeSeconds?: number
  /** `false`: pushes are recorded, not sent. */
  pushes?: boolean
  /** Waiting times between the attempts of a push; the last one repeats until 24 hours are over. */
  pushBackoffMs?: number[]
  /** JSON file that keeps the state over a restart. */
  stateFile?: string
}

/** What stays the same while the sandbox runs. */
export interface SandboxConfig {
  publicUrl: string
  clientId: string
  clientSecret: string
  contractId: string
  templateIds: string[]
  currencies: string[]
}

/** What the control API may change while the sandbox runs. */
export interface SandboxSettings {
  methods: PaymentMethod[]
  terse: boolean
  oddAnswers: OddAnswerName[]
  oddNoise: OddNoise | null
  /** The form of all pushes where it is not to be the documented one; noise makes some of them odd. */
  oddPush: OddPushName | null
  latencyMs: number
  truthDelayMs: number
  tokenLifetimeSeconds: number
  pushes: boolean
  pushBackoffMs: number[]
  /** Simple status of a prepayment that waits for its transfer: sources name both. */
  prepaidWaitingSimple: 2 | 10
  /** Simple status of a payment whose refunds have reached its amount. */
  fullRefundSimple: 5 | 7
  /** The contract allows sub-transactions and stakeholder payments. */
  mixedBasket: boolean
  /**
   * What becomes of `is_demo`: allowed, as the guide has it; without cards, or refused altogether,
   * as the newer pages say of the live system.
   */
  demo: "allowed" | "no_cards" | "refused"
  /** What `POST /Smart/Transactions/{id}/start` leads to. */
  startOutcome: "ok" | "pending" | "failed"
}

const second = 1_000
const minute = 60 * second

const defaultBackoff = [
  second,
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  60 * minute,
]

/** The fixed part of the options with the guide's values filled in. */
export function resolveConfig(options: SandboxOptions, publicUrl: string): SandboxConfig {
  return {
    publicUrl,
    clientId: options.clientId ?? "00563697073442633035025909838580",
    clientSecret:
      options.clientSecret ?? "3382456441636938321687549172178382320163695870914358804052148567",
    contractId: options.contractId ?? "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04",
    templateIds: options.templateIds ?? [
      "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2",
      "COT_3DP70FK5H2XP02TCVQ28000NG095A2",
    ],
    currencies: options.currencies ?? ["EUR", "CHF", "GBP", "USD"],
  }
}

const defaultSettings = (): SandboxSettings => ({
  methods: [...paymentMethods],
  terse: false,
  oddAnswers: [],
  oddNoise: null,
  oddPush: null,
  latencyMs: 0,
  truthDelayMs: 0,
  tokenLifetimeSeconds: 1_200,
  pushes: true,
  pushBackoffMs: defaultBackoff,
  prepaidWaitingSimple: 2,
  fullRefundSimple: 5,
  mixedBasket: true,
  demo: "allowed",
  startOutcome: "ok",
})

/**
 * The changeable part of the options.
 * @throws Error when a method is not one of the vendor's
 */
export function resolveSettings(options: SandboxOptions): SandboxSettings {
  return assignDefined(defaultSettings(), {
    methods: options.methods?.map(toPaymentMethod),
    terse: options.terse,
    oddAnswers: options.oddAnswers,
    oddNoise: options.oddNoise,
    latencyMs: options.latencyMs,
    truthDelayMs: options.truthDelayMs,
    tokenLifetimeSeconds: options.tokenLifetimeSeconds,
    pushes: options.pushes,
    pushBackoffMs: options.pushBackoffMs,
  })
}

function toPaymentMethod(name: string): PaymentMethod {
  const method = paymentMethods.find((candidate) => candidate === name)
  if (!method) {
    throw new Error(`"${name}" is not a payment method. Use one of: ${paymentMethods.join(", ")}.`)
  }
  return method
}
