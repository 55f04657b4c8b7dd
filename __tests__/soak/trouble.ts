import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import type { Fault } from "../support/sandbox-control"
import { ask } from "../support/http"
import { tryTo, type Actor } from "./context"

type Place = Pick<Fault, "method" | "path">

const TOKEN: Place = { path: "/oauth/token$" }
const PLACES: readonly Place[] = [
  { method: "POST", path: "/Smart/Transactions$" },
  { method: "GET", path: "/Smart/Transactions/" },
  { method: "POST", path: "/start$" },
  { method: "POST", path: "/cancel$" },
  { method: "GET", path: "/Payment/Transactions/" },
  { method: "GET", path: "/checkStatus$" },
  { method: "POST", path: "/capture$" },
  { method: "PUT", path: "/ShippingInformation$" },
]

const KINDS: readonly Pick<Fault, "fault" | "status">[] = [
  { fault: "status", status: 500 },
  { fault: "status", status: 503 },
  { fault: "drop_before" },
  { fault: "drop_after" },
  { fault: "delay" },
  { fault: "garbage" },
]

/** Disturbs secuconnect and its pushes until it is over, about twice a second. */
export async function makeTrouble(
  actor: Actor,
  { over, tokens }: { over: AbortSignal; tokens: "expire" | "last" },
): Promise<void> {
  const troubles = tokens === "expire" ? [...TROUBLES, disturbTokens] : TROUBLES
  while (!over.aborted) {
    await tryTo(actor, "trouble", () => actor.dice.pick(troubles)(actor))
    await sleep(200 + actor.dice.below(700))
  }
}

const TROUBLES = [disturb, disturb, disturb, losePushes, repeatPush, forgePush] as const

async function disturb(actor: Actor): Promise<void> {
  await disturbPlace(actor, actor.dice.pick(PLACES))
}

async function disturbPlace({ shop, dice, diary }: Actor, place: Place): Promise<void> {
  const kind = dice.pick(KINDS)
  await shop.sandbox.disturb({
    ...place,
    ...kind,
    delay_ms: dice.pick([300, 1_000, TOO_LATE_MS]),
    times: 1 + dice.below(2),
  })
  diary.count(`fault ${kind.fault}`)
  if (dice.chance(0.05)) await shop.sandbox.calm()
}

/** Longer than the store waits for an answer, see `TIMEOUT_MS` of the soak. */
const TOO_LATE_MS = 4_000

async function disturbTokens(actor: Actor): Promise<void> {
  const { shop, dice, diary } = actor
  if (dice.chance(0.5)) {
    await disturbPlace(actor, TOKEN)
    return
  }
  await shop.sandbox.expireTokens()
  diary.count("tokens expired")
}

/** Pushes of the next moments are never sent. */
async function losePushes({ shop, dice, diary }: Actor): Promise<void> {
  await shop.sandbox.set({ pushes: false })
  await sleep(dice.below(800))
  await shop.sandbox.set({ pushes: true })
  diary.count("pushes lost for a moment")
}

const SOME =
  "SELECT stx_id FROM secuconnect_checkout WHERE stx_id IS NOT NULL ORDER BY random() LIMIT 1"

async function someTransaction({ shop }: Actor) {
  const [row] = await shop.db.rows(z.object({ stx_id: z.string() }), SOME)
  return row ? await shop.sandbox.read(row.stx_id) : undefined
}

/** Old and new ones, several at once: what was sent last week arrives after what was sent today. */
async function repeatPush(actor: Actor): Promise<void> {
  const { shop, dice, diary } = actor
  const transaction = await someTransaction(actor)
  if (!transaction || transaction.pushes.length === 0) return
  const { id } = dice.pick(transaction.pushes)
  await shop.sandbox.push(transaction.id, 1 + dice.below(3), id)
  diary.count("pushes repeated")
}

/** Somebody who guesses addresses, and somebody who knows one and lies. */
async function forgePush(actor: Actor): Promise<void> {
  const { shop, dice, diary } = actor
  const transaction = await someTransaction(actor)
  const [known] = transaction?.pushes ?? []
  const guess = `${shop.storeUrl}/hooks/secuconnect/push/${String(dice.below(1e9)).repeat(5)}`
  const url = known && dice.chance(0.5) ? known.url : guess
  const body = { data: [{ object: "payment.transactions", id: `PCI_FORGED${dice.below(1e6)}` }] }
  const { status } = await ask(url, { body })
  diary.count(`forged push: ${status}`)
  if (url === guess && status !== 404) diary.violation(`a guessed address answered ${status}`)
}
