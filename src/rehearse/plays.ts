/** What happens in a checkout, apart from the method it is paid with. */
export const PLAY_KINDS = [
  "paid",
  "window_closed",
  "webhook_lost",
  "connection_broken",
  "double_click",
  "storefront_completes",
  "declined",
  "aborted",
  "partial_refund",
  "full_refund",
  "returned",
  "crash",
] as const

export type PlayKind = (typeof PLAY_KINDS)[number]

export interface Play {
  kind: PlayKind
  /** In the spelling of requests. */
  method: string
}

/** After these an order must be there. */
export const isPaid = (kind: PlayKind): boolean => kind !== "declined" && kind !== "aborted"

/** What the bank can take back. */
const RETURNABLE = ["debit", "creditcard", "paypal"]

function isPossible({ kind, method }: Play, methods: readonly string[]): boolean {
  if (kind === "returned") return RETURNABLE.includes(method)
  // Waiting for a transfer there is nothing to refund yet.
  if (kind.endsWith("refund")) return method !== "prepaid"
  // A server takes its time to start: once is enough.
  return kind !== "crash" || method === methods[0]
}

/** So many plays: every method first, then every kind with one method after the other. */
export function playsFor(methods: readonly string[], count: number): Play[] {
  const all = PLAY_KINDS.flatMap((kind) => methods.map((method) => ({ kind, method })))
  const possible = all.filter((play) => isPossible(play, methods))
  const order = [
    ...possible.filter(({ kind }) => kind === "paid"),
    ...mixed(possible.filter(({ kind }) => kind !== "paid")),
  ]
  return Array.from({ length: order.length > 0 ? count : 0 }, (_, index) => {
    return order[index % order.length]
  }).filter((play) => play !== undefined)
}

/** One of each kind, then the next of each: also a short rehearsal has met every kind. */
function mixed(plays: readonly Play[]): Play[] {
  const byKind = PLAY_KINDS.map((kind) => plays.filter((play) => play.kind === kind))
  const longest = Math.max(0, ...byKind.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    byKind.flatMap((ofKind, index) => {
      const play = ofKind[(turn + index) % Math.max(ofKind.length, 1)]
      return play && turn < ofKind.length ? [play] : []
    }),
  ).flat()
}
