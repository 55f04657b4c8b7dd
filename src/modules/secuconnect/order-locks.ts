import { MedusaError } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { notAllowed, refundUnderWay } from "../../mapping/words/errors"
import { databaseTime } from "./database-time"
import type { Repository } from "./claim-due"
import type { MoneyRequestRow } from "./rows"

/** An order, and Medusa's payment whose money is moved; null for all that the order has. */
export interface OrderMoney {
  order_id: string
  payment_id: string | null
}

/** How long to wait, and how to see what the core has not booked yet. */
export interface Waiting {
  /**
   * Who lets the core write: a merchant who calls the core's API, the plugin itself, or whoever has
   * called the core without taking the lock.
   */
  by: "merchant" | "plugin" | "provider"
  /** Milliseconds; after that nothing is done. */
  wait_ms: number
  /** A second click is not waited for: what it asks for is being done. */
  refuses_repetition?: boolean
  /** Ids of Medusa's captures and refunds that the order has no transaction for. */
  readUnbooked: () => Promise<string[]>
}

/** A request of ours, as far as it matters here. */
type SentRequest = Pick<MoneyRequestRow, "state" | "created_at">

/** The ledger, as far as the lock needs it. */
interface RequestsTable {
  listMoneyRequests(filters: { medusa_id: string[] }): Promise<SentRequest[]>
}

/** Gives the lock back. */
export type Release = () => Promise<void>

const LEASE_S = 30
const RENEW_MS = 10_000
/** A request that never ends must not hold an order for ever. */
const LONGEST_MS = 5 * 60_000
const POLL_MS = 100

/** The core books within moments of our answer; one that has not by then has died, or waits for us. */
const BOOKING_MS = 10_000
/** What was not booked for so long is left to the repair. */
const GIVEN_UP_MS = 5 * 60_000
/** A refund's transaction is followed by its credit line. */
const CREDIT_LINE_MS = 500

const TABLE = `"secuconnect_order_lock"`

const SQL = {
  take: `
    INSERT INTO ${TABLE} AS held ("id", "payment_id", "holder", "expires_at")
    VALUES (?, ?, ?, now() + interval '${String(LEASE_S)} seconds')
    ON CONFLICT ("id") DO UPDATE SET "payment_id" = excluded."payment_id",
      "holder" = excluded."holder", "expires_at" = excluded."expires_at"
    WHERE held."expires_at" <= now()
    RETURNING "id"`,
  renew: `
    UPDATE ${TABLE} SET "expires_at" = now() + interval '${String(LEASE_S)} seconds'
    WHERE "id" = ? AND "holder" = ?`,
  release: `DELETE FROM ${TABLE} WHERE "id" = ? AND "holder" = ?`,
  covers: `
    SELECT "id" FROM ${TABLE}
    WHERE "id" = ? AND ("payment_id" IS NULL OR "payment_id" = ?) AND "expires_at" > now()`,
  isRepetition: `
    SELECT "id" FROM ${TABLE}
    WHERE "id" = ? AND "payment_id" = ? AND "holder" LIKE 'merchant:%' AND "expires_at" > now()`,
} as const

/**
 * One lock per order for everything that lets the core write its money: two at once corrupt the
 * order's sums, because the core reads them before it calls the provider and writes them afterwards.
 * It lies in the database, so it holds on all servers; one that dies loses it after half a minute.
 *
 * Whoever calls the core takes it around the whole call. A provider method that nobody took it for,
 * called by the shop's own code, takes it itself; what the core books after that is waited for by
 * whoever comes next.
 */
export class OrderLocks {
  constructor(
    private readonly repository: Repository,
    private readonly ledger: RequestsTable,
  ) {}

  /**
   * Waits for the lock and for what is still to be booked, then holds it until it is given back.
   *
   * @throws MedusaError when others are not done in time
   */
  async hold(money: OrderMoney, waiting: Waiting): Promise<Release> {
    const until = Date.now() + waiting.wait_ms
    const holder = `${waiting.by}:${randomUUID()}`
    while (!(await this.take(money, holder))) {
      if (waiting.refuses_repetition) await this.refuseRepetition(money)
      await pause(until, waiting)
    }
    const release = this.keep(money, holder)
    try {
      await this.waitForBookings(waiting, until)
      return release
    } catch (error) {
      await release()
      throw error
    }
  }

  /** Whether somebody holds the lock for this payment: whoever has called the core that calls us. */
  async covers({ order_id, payment_id }: OrderMoney): Promise<boolean> {
    return (await this.execute(SQL.covers, [order_id, payment_id])) > 0
  }

  /** Whether something was sent that the core has not booked yet, or whose server died. */
  async hasUnbooked(readUnbooked: Waiting["readUnbooked"]): Promise<boolean> {
    const ids = await readUnbooked()
    if (ids.length === 0) return false
    const since = (await databaseTime(this.repository.getFreshManager())).getTime() - GIVEN_UP_MS
    const requests = await this.ledger.listMoneyRequests({ medusa_id: ids })
    return requests.some(({ state, created_at }) => {
      return state !== "refused" && created_at.getTime() > since
    })
  }

  private async refuseRepetition({ order_id, payment_id }: OrderMoney): Promise<void> {
    const others = await this.execute(SQL.isRepetition, [order_id, payment_id])
    if (others > 0) throw refundUnderWay()
  }

  private async take({ order_id, payment_id }: OrderMoney, holder: string): Promise<boolean> {
    return (await this.execute(SQL.take, [order_id, payment_id, holder])) > 0
  }

  private keep({ order_id }: OrderMoney, holder: string): Release {
    const end = Date.now() + LONGEST_MS
    const beat = setInterval(() => {
      if (Date.now() > end) clearInterval(beat)
      // The lease is longer than two beats: one that fails is made up for by the next.
      else this.execute(SQL.renew, [order_id, holder]).catch(() => undefined)
    }, RENEW_MS)
    beat.unref()
    return async () => {
      clearInterval(beat)
      await this.execute(SQL.release, [order_id, holder])
    }
  }

  /** Sent by somebody who held no lock while the core books: what the provider's own lock left. */
  private async waitForBookings(waiting: Waiting, until: number): Promise<void> {
    const patience = Date.now() + BOOKING_MS
    let hasWaited = false
    while (Date.now() < patience && (await this.hasUnbooked(waiting.readUnbooked))) {
      hasWaited = true
      await pause(until, waiting)
    }
    if (hasWaited) await sleep(CREDIT_LINE_MS)
  }

  /** @returns how many rows there were */
  private async execute(sql: string, values: unknown[]): Promise<number> {
    const rows = await this.repository.getFreshManager().execute(sql, values)
    return Array.isArray(rows) ? rows.length : 0
  }
}

async function pause(until: number, { by }: Waiting): Promise<void> {
  if (Date.now() >= until) throw by === "plugin" ? orderBusyNow() : orderBusy()
  await sleep(POLL_MS)
}

/** For the sync, which tries again: a person is told nothing yet. */
function orderBusyNow() {
  return new MedusaError(MedusaError.Types.CONFLICT, "something else is booked on this order")
}

function orderBusy() {
  return notAllowed(
    "secuconnect: nothing was sent, because something else is being booked on this order: a refund, " +
      "a capture, a cancellation or a change. Try again in a minute.",
    "secuconnect_money_request_failed",
  )
}
