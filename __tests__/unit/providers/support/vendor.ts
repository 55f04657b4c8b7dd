import { z } from "zod"
import { startServer, type Answer, type Seen } from "../../secuconnect/support/server"

interface VendorPayment {
  id: string
  /** The vendor's number, see `SIMPLE_STATUSES`. */
  status_simple: number
  /** What `checkStatus` says is left, in minor units. */
  effective: number
  /** Refunds, oldest first; a reduction of money that is not in leaves none. */
  refunds?: { id: string; amount: number; status_simple?: number; elsewhere?: boolean }[]
}

interface VendorTransaction {
  status: string
  /** Left out of the answers where null. */
  contract?: string | null
  sum: number
  payments: VendorPayment[]
}

/**
 * What goes wrong with the next calls that move money.
 *
 * - refused: a clear no
 * - lost_before: the connection breaks, nothing was done
 * - lost_after, failed_after, garbage_after: it was done, and there is no usable answer
 * - blind_after: the same, and nothing can be read afterwards
 */
export type Mishap =
  "refused" | "lost_before" | "lost_after" | "failed_after" | "garbage_after" | "blind_after"

export interface Vendor {
  url: string
  transactions: Record<string, VendorTransaction>
  /** Calls that move money: "cancel PCI_1 1000", "cancel PCI_1 all", "start STX_1". */
  moved: string[]
  /** Every call. */
  calls: Seen[]
  mishap: Mishap | null
  /** What is answered to a call that moves money, once it was done, instead of what is documented. */
  oddAnswer: { json: unknown } | null
  /** Payments cannot be read. */
  blind: boolean
  /** Ids of payments whose `checkStatus` cannot be reached. */
  unreachable: Set<string>
  /** What a started Smart Transaction becomes. */
  startsAs: string
  /** What a payment becomes that is refunded in full; void by the documentation. */
  refundedAs: number
  /** At the next call that moves money it turns out that a bank has taken everything back. */
  takenBackByBank: boolean
  /** Simple statuses in which money is taken back by a refund; elsewhere it is reduced. */
  refundsIn: number[]
}

const REFUSAL: Answer = {
  status: 400,
  json: {
    status: "error",
    error: "X",
    error_details: "not possible",
    code: 1007,
    supportId: "f4c1",
  },
}
const VOID = 5
const ACCEPTED = 1

/** The status of a payment that goes with a Smart Transaction's; accepted where that is done. */
const PAYMENTS: Record<string, number> = {
  ...{ created: 0, processing: 0, approved: 2, pending: 10 },
  ...{ failed: 3, cancelled: VOID, expired: 0, aborted: 0 },
}

export const paymentOf = (transaction: string): number => PAYMENTS[transaction] ?? ACCEPTED

/** As much of secuconnect as moves money, over real HTTP. */
export async function startVendor(
  payment: Partial<VendorPayment> = {},
  transaction: Partial<VendorTransaction> = {},
): Promise<Vendor> {
  const moved: string[] = []
  const status_simple = paymentOf(transaction.status ?? "ok")
  const only = { id: "PCI_1", status_simple, effective: 4485, ...payment }
  const state: Omit<Vendor, "url" | "calls"> = {
    transactions: {
      STX_1: { status: "ok", contract: "GCR_1", sum: 4485, payments: [only], ...transaction },
    },
    moved,
    mishap: null,
    oddAnswer: null,
    blind: false,
    unreachable: new Set(),
    startsAs: "ok",
    refundedAs: VOID,
    takenBackByBank: false,
    refundsIn: [1, 9],
  }
  const { url, calls } = await startServer({ api: (seen) => answer(state, seen) })
  return Object.assign(state, { url, calls })
}

type State = Omit<Vendor, "url" | "calls">

function answer(state: State, { method, path, body }: Seen): Answer {
  const [kind = "", , id = "", action = ""] = path.replace("/api/v2/", "").split("/")
  const read = () => (kind === "Smart" ? readTransaction(state, id) : readPayment(state, id))
  if (method === "GET") return action === "checkStatus" ? checkStatus(state, id) : read()
  if (state.takenBackByBank) takeBack(state)
  return mishapAround(state, () => {
    const work = kind === "Smart" ? moveTransaction : movePayment
    const known = refundIds(state)
    if (!work(state, { id, action, body })) return REFUSAL
    return kind === "Smart" ? read() : cancelled(state, id, known)
  })
}

const DISPUTED = 4

function takeBack({ transactions }: State): void {
  for (const payment of Object.values(transactions).flatMap(({ payments }) => payments)) {
    Object.assign(payment, { status_simple: DISPUTED, effective: 0 })
  }
}

function mishapAround(state: State, work: () => Answer): Answer {
  const { mishap } = state
  if (mishap === "refused") return REFUSAL
  if (mishap === "lost_before") return "reset"
  const done = insteadOf(work(), state)
  if (mishap === "blind_after") state.blind = true
  if (mishap === "lost_after" || mishap === "blind_after") return "reset"
  if (mishap === "failed_after") return { status: 500, body: "<html>" }
  return mishap === "garbage_after" ? { body: "<html>" } : done
}

const insteadOf = (done: Answer, { oddAnswer }: State): Answer => oddAnswer ?? done

interface Move {
  id: string
  action: string
  body: unknown
}

const cancelBody = z.object({ reduce_amount_by: z.int().optional(), reason: z.string().optional() })

/** Gives back, as the shop or somebody at secuOffice asks for it. Minor units. */
export function takeOff(state: State, payment: VendorPayment, amount: number): void {
  payment.effective -= amount
  if (state.refundsIn.includes(payment.status_simple)) {
    payment.refunds ??= []
    payment.refunds.push({ id: `${payment.id}_R${String(payment.refunds.length + 1)}`, amount })
  }
  if (payment.effective === 0) payment.status_simple = state.refundedAs
}

function movePayment(state: State, { id, action, body }: Move): boolean {
  const payment = findPayment(state, id)
  const { reduce_amount_by } = cancelBody.parse(body)
  state.moved.push(`${action} ${id} ${String(reduce_amount_by ?? "all")}`)
  const amount = reduce_amount_by ?? payment.effective
  if (amount > payment.effective || payment.effective === 0) return false
  takeOff(state, payment, amount)
  return true
}

/** The answer to a refund: the refund first, because the order means nothing. */
function cancelled(state: State, id: string, known: string[]): Answer {
  const fresh = refundIds(state).filter((refund) => !known.includes(refund))
  return { json: [...fresh, id].map((payment) => paymentView(state, payment)) }
}

function moveTransaction(state: State, { id, action }: Move): boolean {
  const transaction = find(state, id)
  state.moved.push(`${action} ${id}`)
  if (action === "start") {
    if (transaction.status !== "approved") return false
    transaction.status = state.startsAs
    const becomes = paymentOf(state.startsAs)
    for (const payment of transaction.payments) payment.status_simple = becomes
    return true
  }
  if (!["created", "approved", "pending"].includes(transaction.status)) return false
  transaction.status = "cancelled"
  for (const payment of transaction.payments) payment.status_simple = VOID
  return true
}

function readTransaction(state: State, id: string): Answer {
  const { status, contract, sum, payments } = find(state, id)
  const transactions = payments.map((payment) => ({
    object: "payment.transactions",
    id: payment.id,
  }))
  return { json: { id, status, contract, basket_info: { sum, currency: "EUR" }, transactions } }
}

function readPayment(state: State, id: string): Answer {
  if (state.blind) return REFUSAL
  return state.unreachable.has(id) ? "reset" : { json: paymentView(state, id) }
}

function paymentView(state: State, id: string): object {
  const refund = allRefunds(state).find((made) => made.id === id)
  if (refund) {
    const { status_simple = 1, amount, parent } = refund
    const parents = [{ id: parent, hierarchy: "parent" }]
    return { id, amount: -amount, currency: "EUR", details: { status_simple }, parents }
  }
  const { status_simple, refunds = [] } = findPayment(state, id)
  const related_transactions = refunds.map((made) => ({ id: made.id, hierarchy: "child" }))
  return { id, amount: 4485, currency: "EUR", details: { status_simple }, related_transactions }
}

function refundIds(state: State): string[] {
  return allRefunds(state).map(({ id }) => id)
}

function allRefunds({ transactions }: State) {
  return Object.values(transactions)
    .flatMap(({ payments }) => payments)
    .flatMap(({ id, refunds = [] }) => refunds.map((refund) => ({ ...refund, parent: id })))
}

function checkStatus(state: State, id: string): Answer {
  if (state.blind) return REFUSAL
  if (state.unreachable.has(id)) return "reset"
  const { status_simple, effective } = findPayment(state, id)
  return { json: { status_simple, amount: effective, currency: "EUR" } }
}

function find({ transactions }: State, id: string): VendorTransaction {
  const found = transactions[id]
  if (!found) throw new Error(`there is no ${id}`)
  return found
}

function findPayment({ transactions }: State, id: string): VendorPayment {
  const all = Object.values(transactions).flatMap(({ payments }) => payments)
  const found = all.find((payment) => payment.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
