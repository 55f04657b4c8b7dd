import { z } from "zod"

import { setStock } from "../support/carts/stock"
import type { Fault, SandboxEvent } from "../support/sandbox-control"
import { PEN } from "../support/shopper"
import { pass, rowsOf, vendorAt } from "./play"
import { among } from "./shopper-steps"
import type { Step } from "./steps"

const possible = z.looseObject({ possible_events: z.array(z.string()) })
const EVENTS: readonly SandboxEvent[] = [
  ...(["money_arrived", "expire", "chargeback", "issue_resolved", "issue_lost"] as const),
]

/** Transfers arrive, risk checks end, debits are returned, payments expire. */
const event: Step = async (play, choice) => {
  const row = among(await rowsOf(play), choice)
  if (!row) return "no payment"
  const { possible_events } = possible.parse(await play.shop.sandbox.read(row.stx_id))
  const isRare = choice % 8 !== 0
  const events = EVENTS.filter((name) => possible_events.includes(name)).filter(
    (name) => !(isRare && name === "expire"),
  )
  const name = choice % 3 === 0 ? among(events, choice >> 4) : events[0]
  if (!name) return "nothing can happen"
  try {
    await play.shop.sandbox.happen(row.stx_id, name)
    return `${name} at ${row.stx_id}`
  } catch {
    return `${name}: too late`
  }
}

/** In secuOffice. */
const refundElsewhere: Step = async (play, choice) => {
  const row = among(await rowsOf(play), choice)
  if (!row) return "no payment"
  const { taken } = await vendorAt(play, row.stx_id)
  if (taken === 0) return "nothing to refund"
  const minor = choice % 4 === 0 ? taken : 1 + (choice % taken)
  try {
    await play.shop.sandbox.happen(row.stx_id, "refund", minor)
    return `${minor} of ${taken} refunded elsewhere`
  } catch {
    return "refund elsewhere: not possible"
  }
}

const push: Step = async (play, choice) => {
  const row = among(await rowsOf(play), choice)
  if (!row) return "no payment"
  const { pushes } = await play.shop.sandbox.read(row.stx_id)
  if (pushes.length === 0) return "no push"
  const answers = await play.shop.sandbox.push(row.stx_id, 1 + (choice % 2))
  return `push of ${row.stx_id}: ${answers.join(" ")}`
}

const PLACES: readonly Pick<Fault, "method" | "path">[] = [
  { method: "POST", path: "/Smart/Transactions$" },
  { method: "GET", path: "/Smart/Transactions/" },
  { method: "POST", path: "/start$" },
  { method: "POST", path: "/cancel$" },
  { method: "GET", path: "/Payment/Transactions/" },
  { method: "GET", path: "/checkStatus$" },
  { method: "POST", path: "/capture$" },
]
const FAULTS = ["status", "drop_before", "drop_after", "garbage"] as const

const fault: Step = async (play, choice) => {
  const place = among(PLACES, choice)
  const kind = among(FAULTS, choice >> 4)
  if (!place || !kind) return "no fault"
  play.disturbed = true
  const times = 1 + (choice % 2)
  const status = kind === "status" ? { status: 500 } : {}
  await play.shop.sandbox.disturb({ ...place, fault: kind, ...status, times })
  return `${times} × ${kind} at ${place.method} ${place.path}`
}

/** What a fault has left undone may still be mended later: answers are exact again after a look. */
const calm: Step = async (play) => {
  await play.shop.sandbox.calm()
  await pass(play, 1)
  play.disturbed = false
  return "calm"
}

const soldOut: Step = async ({ shop }) => {
  await setStock(shop, PEN, await reserved(shop))
  return "sold out"
}

const restock: Step = async ({ shop }) => {
  await setStock(shop, PEN, MANY)
  return "restocked"
}

export const MANY = 1_000_000

async function reserved({ db }: Parameters<typeof setStock>[0]): Promise<number> {
  const sql = `SELECT l.reserved_quantity::int AS n FROM inventory_level l
    JOIN inventory_item i ON i.id = l.inventory_item_id WHERE i.sku = $1 AND l.deleted_at IS NULL`
  const [row] = await db.rows(z.object({ n: z.number() }), sql, [PEN])
  return row?.n ?? 0
}

const hours: Step = async (play, choice) => {
  const passed = among([1, 2, 12, 25], choice) ?? 1
  await pass(play, passed)
  return `${passed} h pass`
}

const days: Step = async (play, choice) => {
  const passed = among([3, 8, 31], choice) ?? 3
  await pass(play, passed * 24)
  return `${passed} days pass`
}

/** What happens at secuconnect, on the way there, in the stock, and with time. */
export const VENDOR = {
  event,
  refund_elsewhere: refundElsewhere,
  push,
  fault,
  calm,
  sold_out: soldOut,
  restock,
  hours,
  days,
} as const
