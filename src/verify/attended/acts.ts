/** What the customer does on the payment page. */
export type Outcome = "pay" | "decline" | "abort" | "close"

/** One visit of the payment page. */
export interface Act {
  /** Begins the names of its steps: `creditcard, pay`. */
  name: string
  method: string
  outcome: Outcome
  /** False: authorized first, and captured by `start`. */
  autoCapture: boolean
  /** The first push is answered with 500: is it repeated? */
  refusePush: boolean
}

/** Methods that can be authorized first and captured later. */
const DEFERRABLE = ["creditcard", "debit", "paypal"]

/**
 * The visits that are asked for: every method is paid with, one is authorized first, and one is declined,
 * aborted and left by closing the window.
 *
 * @param methods those that the host has given a link for
 */
export function actsFor(methods: readonly string[]): Act[] {
  const [first] = methods
  if (first === undefined) return []
  const deferred = DEFERRABLE.find((method) => methods.includes(method))
  const unpaid = DEFERRABLE.find((method) => methods.includes(method)) ?? first
  return [
    ...methods.map((method, index) => act(method, "pay", { refusePush: index === 0 })),
    ...(deferred === undefined
      ? []
      : [act(deferred, "pay", { name: `${deferred}, authorize`, autoCapture: false })]),
    ...(["decline", "abort", "close"] as const).map((outcome) => act(unpaid, outcome)),
  ]
}

const act = (method: string, outcome: Outcome, more: Partial<Act> = {}): Act => ({
  name: `${method}, ${outcome}`,
  method,
  outcome,
  autoCapture: true,
  refusePush: false,
  ...more,
})
