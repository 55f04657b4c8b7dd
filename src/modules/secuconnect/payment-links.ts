import { idsOf, type Repository } from "./claim-due"
import { LinkReminders } from "./link-reminders"
import type { PaymentLinkRow } from "./rows"
import { createToken, hashToken } from "./tokens"

/** A link, and its token, of which the row holds only the hash: it is told this once. */
export interface MadePaymentLink {
  link: PaymentLinkRow
  token: string
}

/** What a new link is made of. */
export interface NewPaymentLink {
  order_id: string
  /** The admin user; null where the shop's own code asks. */
  made_by: string | null
  /** How long it can be paid through. */
  days: number
}

/** The ledger, as far as links need it. */
interface LinksTable {
  listPaymentLinks(filters: object, config?: object): Promise<PaymentLinkRow[]>
  createPaymentLinks(
    row: Pick<PaymentLinkRow, "order_id" | "made_by" | "token_hash" | "expires_at">,
  ): Promise<PaymentLinkRow>
  dated<Row extends object>(row: Row): Promise<Row & { created_at: Date }>
  now(): Promise<Date>
}

const DAY_MS = 24 * 60 * 60_000

/** Payments that can be started through one link within ten minutes: nobody tries that often. */
const MOST_STARTS = 10
const WINDOW = "interval '10 minutes'"

/** In place of an admin user: the storefront's order page made it, for whoever looks at the order. */
export const STOREFRONT = "storefront"

const SQL = {
  /**
   * Of two that are made at once the later one is left; of the storefront's also those of the last minutes:
   * a second click must not close the page that the first one leads to.
   */
  replaceOlder: `
    UPDATE secuconnect_payment_link AS old
    SET ended_at = now(), ended_reason = 'replaced', updated_at = now()
    FROM secuconnect_payment_link AS new
    WHERE new.id = ? AND old.order_id = new.order_id AND old.ended_at IS NULL
      AND (old.made_by IS NOT DISTINCT FROM '${STOREFRONT}')
        = (new.made_by IS NOT DISTINCT FROM '${STOREFRONT}')
      AND (old.created_at, old.id) < (new.created_at, new.id)
      AND (old.made_by IS DISTINCT FROM '${STOREFRONT}' OR old.created_at < now() - ${WINDOW})
    RETURNING old.id`,
  drop: `
    DELETE FROM secuconnect_payment_link
    WHERE id = ? AND seen_at IS NULL AND starts = 0 RETURNING id`,
  /** Whoever is paying through one that was replaced goes on with it: from now on not even they. */
  end: `
    UPDATE secuconnect_payment_link SET
      ended_at = coalesce(ended_at, now()), ended_reason = coalesce(ended_reason, ?),
      expires_at = CASE WHEN ended_reason = 'replaced' THEN now() ELSE expires_at END,
      updated_at = now()
    WHERE order_id = ? AND (ended_at IS NULL OR ended_reason = 'replaced') AND expires_at > now()
    RETURNING id`,
  markSeen: `
    UPDATE secuconnect_payment_link SET seen_at = now(), updated_at = now()
    WHERE id = ? AND seen_at IS NULL RETURNING id`,
  /** A link's own token, or one of a reminder's. */
  byToken: `
    SELECT id FROM secuconnect_payment_link
    WHERE deleted_at IS NULL AND (token_hash = ? OR reminder_token_hashes @> ARRAY[?]::text[])`,
  markMailed: `
    UPDATE secuconnect_payment_link SET mailed_at = now(), updated_at = now()
    WHERE id = ? AND mailed_at IS NULL RETURNING id`,
  markPaid: `
    UPDATE secuconnect_payment_link SET paid_at = now(), updated_at = now()
    WHERE id = ? AND paid_at IS NULL RETURNING id`,
  countStart: `
    UPDATE secuconnect_payment_link
    SET starts = CASE WHEN starts_since > now() - ${WINDOW} THEN starts + 1 ELSE 1 END,
      starts_since = CASE WHEN starts_since > now() - ${WINDOW} THEN starts_since ELSE now() END,
      updated_at = now()
    WHERE id = ? AND (starts_since IS NULL OR starts_since <= now() - ${WINDOW} OR starts < ?)
    RETURNING id`,
  madeLately: `
    SELECT id FROM secuconnect_payment_link
    WHERE order_id = ? AND made_by = ? AND created_at > now() - ${WINDOW}`,
} as const

/** The links through which orders are paid. All times are the database's. */
export class PaymentLinks {
  /** When customers are reminded of a link that was mailed to them. */
  readonly reminders: LinkReminders

  constructor(
    private readonly repository: Repository,
    private readonly ledger: LinksTable,
  ) {
    this.reminders = new LinkReminders(repository)
  }

  /** A new link for an order, beside those that it has: `replaceOlder` ends them. */
  async make({ order_id, made_by, days }: NewPaymentLink): Promise<MadePaymentLink> {
    const token = createToken()
    const expires_at = new Date((await this.ledger.now()).getTime() + days * DAY_MS)
    const row = { order_id, made_by, expires_at, token_hash: hashToken(token) }
    const link = await this.ledger.createPaymentLinks(await this.ledger.dated(row))
    return { link, token }
  }

  /**
   * Ends the links that its order had before: one of a merchant those of merchants, one of the storefront its
   * own, except for the newest.
   */
  async replaceOlder(id: string): Promise<void> {
    await this.execute(SQL.replaceOlder, [id])
  }

  /** Nobody was told its address: as if it had not been made. One that was opened has been told, and goes on. */
  async drop(id: string): Promise<void> {
    await this.execute(SQL.drop, [id])
  }

  async findByToken(token: string): Promise<PaymentLinkRow | undefined> {
    const hash = hashToken(token)
    const [id] = await this.execute(SQL.byToken, [hash, hash])
    return id === undefined ? undefined : (await this.ledger.listPaymentLinks({ id }))[0]
  }

  /** Of an order, the newest first. */
  async ofOrder(order_id: string): Promise<PaymentLinkRow[]> {
    if (!order_id) return []
    return await this.ledger.listPaymentLinks({ order_id }, { order: { created_at: "DESC" } })
  }

  /** Whether the storefront has made as many for an order within ten minutes as anybody needs. */
  async areTooMany(order_id: string): Promise<boolean> {
    return (await this.execute(SQL.madeLately, [order_id, STOREFRONT])).length >= MOST_STARTS
  }

  /** Nobody can pay through the order's links any more. */
  async end(order_id: string, reason: "paid" | "cancelled"): Promise<void> {
    await this.execute(SQL.end, [reason, order_id])
  }

  /** The page was opened. */
  async markSeen(id: string): Promise<void> {
    await this.execute(SQL.markSeen, [id])
  }

  /** The customer has got it by e-mail. */
  async markMailed(id: string): Promise<void> {
    await this.execute(SQL.markMailed, [id])
  }

  /** The order was paid through it. */
  async markPaid(id: string): Promise<void> {
    await this.execute(SQL.markPaid, [id])
  }

  /** Counts a payment that is to be started through it. False: too many within ten minutes. */
  async countStart(id: string): Promise<boolean> {
    return (await this.execute(SQL.countStart, [id, MOST_STARTS])).length > 0
  }

  private async execute(sql: string, values: unknown[]): Promise<string[]> {
    return idsOf(await this.repository.getFreshManager().execute(sql, values))
  }
}
