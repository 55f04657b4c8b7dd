import type { IEventBusModuleService } from "@medusajs/framework/types"
import { z } from "zod"
import { idsOf, type Repository } from "./claim-due"
import { requestSync } from "./events"
import type { EventSource } from "./rows"

/** How often something may be done: one after the other every so many seconds, some of them at once. */
interface Pace {
  every_s: number
  /** That many at once, after a while in which it was not done; null: any number, and they count. */
  at_once: number | null
  /** More never count. */
  most: number
}

const EVERY_S = 5
const MOST_AT_ONCE = 16

/**
 * Readings of one checkout without news that may follow each other at once; after them one every five
 * seconds. A person who comes back gets a turn where pushes get none any more, a page that asks by
 * itself only when nobody has read lately. Null: never refused. The schedule keeps distances of its own, who refreshes in
 * the admin has logged in, and Medusa asks after something has happened to the order.
 */
const AT_ONCE: Readonly<Record<EventSource, number | null>> = {
  ...{ return: MOST_AT_ONCE, push: 12, poll: 1 },
  ...{ admin: null, schedule: null, medusa: null },
}

/** Of payments for one cart: more than a shopper needs who tries every method there is, twice. */
const STARTS: Pace = { every_s: 15, at_once: 30, most: 30 }

/** What a storefront that completes a cart may have read. */
const COMPLETIONS = 8

const TABLE = `"secuconnect_turn"`
const S = (seconds: string) => `make_interval(secs => ${seconds})`

const SQL = {
  take: `
    INSERT INTO ${TABLE} AS turn ("id", "until") VALUES (?, now() + ${S("?")})
    ON CONFLICT ("id") DO UPDATE SET "updated_at" = now(),
      "until" = least(greatest(turn."until", now()) + ${S("?")}, now() + ${S("?")})
    WHERE turn."until" <= now() + ${S("?")}
    RETURNING "id"`,
  giveBack: `UPDATE ${TABLE} SET "until" = "until" - ${S("?")} WHERE "id" = ?`,
  wait: `
    SELECT greatest(extract(epoch FROM "until" - now()), 0)::float8 AS wait_s FROM ${TABLE}
    WHERE "id" = ?`,
  defer: `
    UPDATE secuconnect_checkout SET due_at = now() + ${S("?")}, updated_at = now()
    WHERE id = ? AND (due_at IS NULL OR due_at > now() + ${S("? + 1")})
    RETURNING id`,
  prune: `DELETE FROM ${TABLE} WHERE "until" < now()`,
} as const

const readingOf = (checkout_id: string) => `read:${checkout_id}`
const startOf = (payment_collection_id: string) => `start:${payment_collection_id}`

const waits = z.array(z.object({ wait_s: z.number() }))

/**
 * How often is what asked for, on all servers and by the database's clock? Each doing counts for some
 * seconds, whether it works or not; as many as may be done at once can be counting at a time.
 */
export class Turns {
  constructor(
    private readonly repository: Repository,
    private readonly eventBus: IEventBusModuleService | undefined,
  ) {}

  /**
   * Takes a turn to read a checkout at secuconnect.
   *
   * @returns null, or how many seconds it is too soon by
   */
  async toRead(checkout_id: string, by: EventSource | "completion"): Promise<number | null> {
    const at_once = by === "completion" ? COMPLETIONS : AT_ONCE[by]
    const pace = { every_s: EVERY_S, at_once, most: MOST_AT_ONCE }
    return await this.take(readingOf(checkout_id), pace)
  }

  /**
   * Takes a turn to start a payment of a payment collection.
   *
   * @returns null, or how many seconds it is too soon by
   */
  async toStart(payment_collection_id: string): Promise<number | null> {
    return await this.take(startOf(payment_collection_id), STARTS)
  }

  /** A reading that brought news counts no more. */
  async giveBackReading(checkout_id: string): Promise<void> {
    await this.execute(SQL.giveBack, [EVERY_S, readingOf(checkout_id)])
  }

  /** A start that was refused before anything was sent counts no more. */
  async giveBackStart(payment_collection_id: string): Promise<void> {
    await this.execute(SQL.giveBack, [STARTS.every_s, startOf(payment_collection_id)])
  }

  /** Forgets what counts no more. */
  async prune(): Promise<void> {
    await this.execute(SQL.prune, [])
  }

  /** Has a checkout synced in so many seconds; said once, however often it is asked for. */
  async checkLater(checkout_id: string, wait_s: number): Promise<void> {
    const planned = idsOf(await this.execute(SQL.defer, [wait_s, checkout_id, wait_s]))
    if (planned.length === 0) return
    await requestSync(this.eventBus, planned, Math.ceil(wait_s * 1_000))
  }

  private async take(id: string, { every_s, at_once, most }: Pace): Promise<number | null> {
    const others_s = ((at_once ?? most + 1) - 1) * every_s
    const values = [id, every_s, every_s, most * every_s, others_s]
    if (idsOf(await this.execute(SQL.take, values)).length > 0) return null
    const [found] = waits.parse(await this.execute(SQL.wait, [id]))
    return Math.max((found?.wait_s ?? 0) - others_s, 0)
  }

  private async execute(sql: string, values: unknown[]): Promise<unknown> {
    return await this.repository.getFreshManager().execute(sql, values)
  }
}
