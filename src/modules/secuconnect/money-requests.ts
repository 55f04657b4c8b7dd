import {
  isLost,
  outcomeOf,
  type MoneyFacts,
  type RequestOutcome,
} from "../../mapping/money/outcome"
import { isAlreadyThere, refundUnderWay } from "../../mapping/words/errors"
import { isOutcomeUnknown } from "../../secuconnect"
import type { MoneyRequestRow } from "./rows"

/** A request to be written down. Amounts in minor units. */
export type NewMoneyRequest = Pick<
  MoneyRequestRow,
  "checkout_id" | "kind" | "target_id" | "amount" | "amount_before"
> &
  Partial<Pick<MoneyRequestRow, "medusa_id" | "reason" | "refunds_before">>

type Facts = Omit<MoneyFacts, "is_under_way">

/** How a request is sent. */
export interface Sending<Answer, Found extends Facts> {
  call: () => Promise<Answer>
  /** The refund (`PCI_…`) that an answer names. */
  refundIn?: (answer: Answer) => string | null
  /** Reads what is true after a call that failed; null where a clear "no" says enough. */
  read: (failure: unknown) => Promise<Found | null>
}

/** What came of a call: its answer, or why it failed and what became of the request. */
export type Sent<Answer, Found extends Facts> =
  | { ok: true; answer: Answer }
  | { ok: false; failure: unknown; outcome: RequestOutcome["outcome"]; facts: Found | null }

/** The ledger's own methods for the rows. */
interface Rows {
  list(filters: object): Promise<MoneyRequestRow[]>
  create(row: NewMoneyRequest): Promise<MoneyRequestRow>
  update(rows: (Partial<MoneyRequestRow> & { id: string })[]): Promise<unknown>
  /** The database's time, by which the rows are dated too. */
  now(): Promise<Date>
}

/**
 * Every request that moves money: written down (`open`) before it is sent, and concluded once it is
 * known what became of it. Medusa's idempotency keys change on every retry, so these rows are what
 * tells a repetition from a new request.
 */
export class MoneyRequests {
  private readonly rows: Rows

  constructor(rows: Rows) {
    this.rows = rows
  }

  /** All of a checkout. */
  async list(checkout_id: string): Promise<MoneyRequestRow[]> {
    return await this.rows.list({ checkout_id })
  }

  /**
   * The database takes one that gives money back at a time, whoever asks for it.
   *
   * @throws MedusaError while another refund or cancellation of this checkout is open
   */
  async open(request: NewMoneyRequest): Promise<MoneyRequestRow> {
    try {
      return await this.rows.create(request)
    } catch (error) {
      throw isAlreadyThere(error) ? refundUnderWay() : error
    }
  }

  /** Writes down what became of a request; what is still open stays so. */
  async conclude({ id }: Pick<MoneyRequestRow, "id">, result: RequestOutcome): Promise<void> {
    if (result.outcome === "open") return
    const refund_payment_id = result.outcome === "done" ? result.refund_payment_id : null
    await this.rows.update([{ id, state: result.outcome, refund_payment_id }])
  }

  /** Concludes the open requests of a kind by what is true now, once none of them is under way. */
  async concludeAll(
    { id: checkout_id }: { id: string },
    kind: MoneyRequestRow["kind"],
    facts: Facts,
  ): Promise<void> {
    const open = await this.rows.list({ checkout_id, kind, state: "open" })
    for (const request of open) {
      await this.conclude(request, outcomeOf(request, { ...facts, is_under_way: false }))
    }
  }

  /** Open requests that nobody will repeat any more, see `isLost`. */
  async listLost(checkout_id: string): Promise<MoneyRequestRow[]> {
    const open = await this.rows.list({ checkout_id, state: "open" })
    if (open.length === 0) return []
    const now = await this.rows.now()
    return open.filter(({ created_at }) => isLost(created_at, now))
  }

  /** Whether a request of a checkout is open and the merchant may still repeat it, see `isLost`. */
  async hasUnresolved(checkout_id: string): Promise<boolean> {
    const open = await this.rows.list({ checkout_id, state: "open" })
    if (open.length === 0) return false
    const now = await this.rows.now()
    return open.some(({ created_at }) => !isLost(created_at, now))
  }

  /**
   * Makes the call of a request that is open, once, and concludes it. After a call that failed, what
   * is true decides; after a clear "no" the request is refused at the latest.
   *
   * @throws nothing of the call's: its failure is in the answer
   */
  async send<Answer, Found extends Facts>(
    request: MoneyRequestRow,
    { call, refundIn, read }: Sending<Answer, Found>,
  ): Promise<Sent<Answer, Found>> {
    try {
      const answer = await call()
      const refund_payment_id = refundIn?.(answer) ?? null
      await this.conclude(request, { outcome: "done", refund_payment_id })
      return { ok: true, answer }
    } catch (failure) {
      const facts = await read(failure).catch(() => null)
      const result = this.outcomeAfter(request, failure, facts)
      await this.concludeIfOpen(request, result)
      return { ok: false, failure, outcome: result.outcome, facts }
    }
  }

  private outcomeAfter(
    request: MoneyRequestRow,
    failure: unknown,
    facts: Facts | null,
  ): RequestOutcome {
    const is_under_way = isOutcomeUnknown(failure)
    if (facts) return outcomeOf(request, { ...facts, is_under_way })
    return { outcome: is_under_way ? "open" : "refused" }
  }

  /** Somebody who repeated the request may have concluded it meanwhile. */
  private async concludeIfOpen(request: MoneyRequestRow, result: RequestOutcome): Promise<void> {
    const [open] = await this.rows.list({ id: request.id, state: "open" })
    if (open) await this.conclude(request, result)
  }
}
