import { idsOf, type Repository } from "./claim-due"
import type { UnpaidOrderRow } from "./rows"

/** A payment session on which a cart may be ordered before it is paid. */
export type NewUnpaidOrder = Pick<
  UnpaidOrderRow,
  "payment_session_id" | "cart_id" | "amount" | "currency_code" | "language" | "is_demo"
>

/** What a look at such an order has come to. */
type Reviewed = Pick<UnpaidOrderRow, "due_at" | "problem"> &
  Partial<Pick<UnpaidOrderRow, "ended_at" | "ended_reason">>

/** The ledger, as far as these need it. */
interface UnpaidOrdersTable {
  listUnpaidOrders(filters: object, config?: object): Promise<UnpaidOrderRow[]>
  createUnpaidOrders(row: NewUnpaidOrder & { due_at: Date }): Promise<UnpaidOrderRow>
  updateUnpaidOrders(row: Partial<UnpaidOrderRow> & { id: string }): Promise<UnpaidOrderRow>
  dated<Row extends object>(row: Row): Promise<Row & { created_at: Date }>
  now(): Promise<Date>
}

/** Longer than a batch takes. A server that dies with it gives it back by doing nothing. */
const LEASE = "5 minutes"

const CLAIM = `
  UPDATE secuconnect_unpaid_order SET due_at = now() + interval '${LEASE}'
  WHERE id IN (
    SELECT id FROM secuconnect_unpaid_order
    WHERE due_at <= now() AND due_at IS NOT NULL AND deleted_at IS NULL
    ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
  )
  RETURNING id`

const DEFER = `
  UPDATE secuconnect_unpaid_order SET due_at = ?
  WHERE id = ? AND order_id IS NOT DISTINCT FROM ?
  RETURNING id`

const MINUTE_MS = 60_000
/** By then its order is there, or its server died over it. */
const LOOK_MS = 60 * MINUTE_MS

/** Orders that are placed before they are paid. All times are the database's. */
export class UnpaidOrders {
  constructor(
    private readonly repository: Repository,
    private readonly ledger: UnpaidOrdersTable,
  ) {}

  /** Written before the session can place an order: it alone says that it may. */
  async begin(wanted: NewUnpaidOrder): Promise<UnpaidOrderRow> {
    const row = await this.ledger.dated(wanted)
    const due_at = new Date(row.created_at.getTime() + LOOK_MS)
    return await this.ledger.createUnpaidOrders({ ...row, due_at })
  }

  /** Null for a session that pays before it orders, as every one does unless the setting wants it. */
  async ofSession(payment_session_id: string): Promise<UnpaidOrderRow | null> {
    if (!payment_session_id) return null
    return (await this.ledger.listUnpaidOrders({ payment_session_id }, { take: 1 }))[0] ?? null
  }

  /** The newest of an order that waits for its first payment; null for any other order. */
  async waitingOf(order_id: string): Promise<UnpaidOrderRow | null> {
    if (!order_id) return null
    const filters = { order_id, ended_at: null }
    const newest = { order: { created_at: "DESC" }, take: 1 }
    return (await this.ledger.listUnpaidOrders(filters, newest))[0] ?? null
  }

  /** The order stands: its time begins. Asked again for the same order, nothing changes. */
  async place({ id, order_id: known }: UnpaidOrderRow, order_id: string): Promise<void> {
    if (known === order_id) return
    const placed_at = await this.ledger.now()
    const due_at = new Date(placed_at.getTime() + MINUTE_MS)
    await this.ledger.updateUnpaidOrders({ id, order_id, placed_at, due_at })
  }

  /**
   * Writes down what a look has come to, unless the row has another order by now than the one that was
   * looked at: its time has just begun.
   *
   * @returns whether it was written down
   */
  async review(seen: UnpaidOrderRow, { due_at, ...found }: Reviewed): Promise<boolean> {
    const { id, order_id } = seen
    const manager = this.repository.getFreshManager()
    const isSame = idsOf(await manager.execute(DEFER, [due_at, id, order_id])).length > 0
    if (isSame) await this.ledger.updateUnpaidOrders({ id, ...found })
    return isSame
  }

  /**
   * Takes those that are due, and puts them out of the sight of other servers for a while.
   *
   * @returns their ids: each is read when it is its turn
   */
  async claimDue(limit: number): Promise<string[]> {
    return idsOf(await this.repository.getFreshManager().execute(CLAIM, [limit]))
  }
}
