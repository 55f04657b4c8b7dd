import axios from "axios"
import { z } from "zod"
import type { CheckoutRow } from "../modules/secuconnect/types"
import { syncCheckoutsWorkflow } from "../workflows"
import type { Stage } from "./stage"
import { isPaid, type Play, type PlayKind } from "./plays"
import { StoreRefusal, type StoreApi } from "./store-api"
import { Trouble } from "./trouble"

interface Begun {
  begun: CheckoutRow
  api: StoreApi
  cart_id: string
}

/** The shopper on the payment page, and whatever comes in the way until the shop knows. */
export async function pay(stage: Stage, play: Play, { begun, ...cart }: Begun): Promise<void> {
  const { vendor } = stage
  const { kind } = play
  await vendor.sendPushes(!WITHOUT_WEBHOOK.has(kind))
  if (kind === "connection_broken") await vendor.breakReads(BROKEN_READS)
  const back = await vendor.checkout(begun.stx_id ?? "", choiceOf(play))
  await MEANWHILE[kind]?.(stage, { begun, ...cart })
  if (!STAYS_AWAY.has(kind) && back !== null) {
    await Promise.all(Array.from({ length: kind === "double_click" ? 2 : 1 }, () => goTo(back)))
  }
  await vendor.mend()
  if (kind !== "window_closed") await syncUntilKnown(stage, play, begun)
}

/** More than one sync repeats. */
const BROKEN_READS = 6

const WITHOUT_WEBHOOK: ReadonlySet<PlayKind> = new Set(["webhook_lost", "crash"])
const STAYS_AWAY: ReadonlySet<PlayKind> = new Set(["window_closed", "webhook_lost", "crash"])

const MEANWHILE: Partial<Record<PlayKind, (stage: Stage, begun: Begun) => Promise<void>>> = {
  window_closed: awaitWebhook,
  storefront_completes: complete,
  crash: ({ crash }, { begun }) => crash(begun),
}

function choiceOf({ kind, method }: Play): object {
  if (kind === "aborted") return { outcome: "abort" }
  return { method, outcome: kind === "declined" ? "decline" : "pay" }
}

/** Nobody comes back, and nothing looks by itself: only the webhook can place the order. */
async function awaitWebhook({ ledger }: Stage, { begun }: Begun): Promise<void> {
  const isThere = async () => (await ledger.retrieveCheckout(begun.id)).order_id !== null
  if (!(await until(isThere, WEBHOOK_MS))) throw new Trouble("webhook_failed")
}

const WEBHOOK_MS = 30_000

const completeReply = z.object({ type: z.string() })

/** Others may have completed the cart meanwhile, which is no refusal. */
async function complete(_stage: Stage, { api, cart_id }: Begun): Promise<void> {
  try {
    await api.post(completeReply, `/store/carts/${cart_id}/complete`, {})
  } catch (error) {
    if (!(error instanceof StoreRefusal) || !/HTTP 409/.test(error.message)) throw error
  }
}

/** @throws {Trouble} when the shopper is not sent on to the storefront */
async function goTo(back: string): Promise<void> {
  const { status, headers } = await axios.get(back, { maxRedirects: 0, validateStatus: () => true })
  const onward = z.string().safeParse(headers["location"]).data
  if (status !== 303 || onward === undefined) throw new Trouble("no_way_back", `HTTP ${status}`)
}

/**
 * What the schedule does a little later, several times where a server has died: its locks are freed
 * after a while only.
 */
async function syncUntilKnown({ container, ledger }: Stage, { kind }: Play, { id }: CheckoutRow) {
  const sync = async () => {
    await syncCheckoutsWorkflow(container).run({ input: { checkout_ids: [id] } })
    const { order_id, attention } = await ledger.retrieveCheckout(id)
    return !isPaid(kind) || order_id !== null || attention !== null
  }
  await until(sync, kind === "crash" ? AFTER_CRASH_MS : LATER_MS)
}

const LATER_MS = 10_000
const AFTER_CRASH_MS = 90_000
const PAUSE_MS = 100

/** @returns whether it has become true in time */
async function until(isTrue: () => Promise<boolean>, ms: number): Promise<boolean> {
  const end = Date.now() + ms
  while (!(await isTrue())) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return true
}
