import { z } from "zod"

import type { OddAnswerName, OddNoise } from "../../sandbox/src"
import { createApi, type Api } from "./http"

const paymentSchema = z.looseObject({
  id: z.string(),
  amount: z.number(),
  state: z.string(),
  effective_amount: z.number(),
  refund_of: z.string().nullable(),
})

const attemptSchema = z.looseObject({ status: z.number().nullable() })

const pushSchema = z.looseObject({
  id: z.string(),
  payment_id: z.string(),
  url: z.string(),
  state: z.string(),
  attempts: z.array(attemptSchema),
})

const transactionSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  sum: z.number(),
  merchant_ref: z.string().nullable(),
  request: z.record(z.string(), z.unknown()),
  payments: z.array(paymentSchema),
  pushes: z.array(pushSchema),
})

const journalSchema = z.object({
  requests: z.array(
    z.looseObject({
      method: z.string(),
      path: z.string(),
      status: z.number().nullable(),
      body: z.unknown(),
      fault: z.string().nullable(),
    }),
  ),
})

/** A Smart Transaction as the sandbox itself knows it, with its payments and pushes. */
export type SandboxTransaction = z.infer<typeof transactionSchema>
export type JournalEntry = z.infer<typeof journalSchema>["requests"][number]

export type Method =
  | "creditcard"
  | "debit"
  | "invoice"
  | "prepaid"
  | "paypal"
  | "easycredit"
  | "sofort"
  | "giropay"
  | "eps"
export type Outcome = "pay" | "pending" | "decline" | "abort"
export type SandboxEvent =
  "money_arrived" | "chargeback" | "issue_resolved" | "issue_lost" | "refund" | "expire"

export interface Fault {
  method?: string
  /** Regular expression. */
  path: string
  fault: "status" | "delay" | "hold_before" | "hold" | "drop_before" | "drop_after" | "garbage"
  status?: number
  code?: number
  delay_ms?: number
  times?: number
}

export interface SandboxWish {
  /** Names of odd forms that answers are given, see `oddAnswerNames` of the sandbox. */
  odd_answers?: readonly OddAnswerName[]
  /** Beside them: odd forms by chance. */
  odd_noise?: OddNoise | null
  /** Contracted methods, in the spelling of `payment_links`. */
  methods?: readonly Method[]
  terse?: boolean
  latency_ms?: number
  truth_delay_ms?: number
  token_lifetime_seconds?: number
  /** The status of a payment that is given back in full: void at once, or on its way. */
  full_refund_simple?: 5 | 7
  /** What becomes of demo transactions. */
  demo?: "allowed" | "no_cards" | "refused"
  pushes?: boolean
  push_backoff_ms?: number[]
}

/** What a test may do at the sandbox: be the shopper on the payment page, be secupay, be trouble. */
export interface SandboxControl {
  url: string
  read(stx: string): Promise<SandboxTransaction>
  /** The shopper finishes on the payment page. Gives the address that the browser goes to. */
  checkout(stx: string, choice: { method: Method; outcome?: Outcome }): Promise<string>
  happen(stx: string, type: SandboxEvent, amount?: number): Promise<SandboxTransaction>
  /** The same where somebody else may act meanwhile: false if it has become impossible. */
  happenIfPossible(stx: string, type: SandboxEvent): Promise<boolean>
  /** Sends the last push, or another, that often at once. Gives the HTTP status of every answer. */
  push(stx: string, times?: number, pushId?: string): Promise<(number | null)[]>
  tamper(stx: string, change: Record<string, unknown>): Promise<void>
  set(wish: SandboxWish): Promise<void>
  expireTokens(): Promise<void>
  disturb(fault: Fault): Promise<void>
  /** Ends all faults and sends what they held back. */
  calm(): Promise<void>
  /** Requests to the API since the last `forgetRequests`, oldest first. */
  requests(): Promise<JournalEntry[]>
  forgetRequests(): Promise<void>
}

export function createSandboxControl(url: string): SandboxControl {
  const api = createApi(`${url}/sandbox`)
  return { url, ...transactions(api), ...instruments(api) }
}

function transactions(api: Api) {
  const redirect = z.object({ redirect_url: z.string() })
  const answers = z.object({ answers: z.array(attemptSchema) })
  return {
    read: (stx: string) => api.ok(transactionSchema, `/transactions/${stx}`),
    checkout: async (stx: string, choice: { method: Method; outcome?: Outcome }) => {
      const body = { outcome: "pay", ...choice }
      return (await api.ok(redirect, `/transactions/${stx}/checkout`, { body })).redirect_url
    },
    happen: (stx: string, type: SandboxEvent, amount?: number) =>
      api.ok(transactionSchema, `/transactions/${stx}/events`, { body: { type, amount } }),
    happenIfPossible: async (stx: string, type: SandboxEvent) => {
      const { status, body } = await api.call(`/transactions/${stx}/events`, { body: { type } })
      if (status === 409) return false
      transactionSchema.parse(body)
      return true
    },
    push: async (stx: string, times = 1, push_id?: string) => {
      const body = { times, push_id }
      const sent = await api.ok(answers, `/transactions/${stx}/push`, { body })
      return sent.answers.map(({ status }) => status)
    },
    tamper: async (stx: string, change: Record<string, unknown>) => {
      await api.ok(z.unknown(), `/transactions/${stx}/tamper`, { body: change })
    },
  }
}

function instruments(api: Api) {
  const command = async (method: string, path: string, body?: unknown) => {
    await api.ok(z.unknown(), path, { method, body })
  }
  return {
    set: (wish: SandboxWish) => command("POST", "/settings", wish),
    expireTokens: () => command("POST", "/tokens/expire", {}),
    disturb: (fault: Fault) => command("POST", "/faults", fault),
    calm: () => command("DELETE", "/faults"),
    requests: async () => (await api.ok(journalSchema, "/requests")).requests,
    forgetRequests: () => command("DELETE", "/requests"),
  }
}
