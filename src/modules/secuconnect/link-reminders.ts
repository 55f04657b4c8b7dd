import type { PlannedReminder } from "../../mapping/decide/reminders"
import { idsOf, type Repository } from "./claim-due"
import type { PaymentLinkRow } from "./rows"
import { createToken, hashToken } from "./tokens"

/** More than are due within a minute; the rest is in the next run. */
const BATCH = 50

/** The links that are due by the plan `?`, see `PlannedReminder`. */
const DUE = `
  mailed_at IS NOT NULL AND ended_at IS NULL AND deleted_at IS NULL
  AND paid_at IS NULL AND expires_at > now() AND EXISTS (
    SELECT FROM jsonb_to_recordset(?::jsonb) AS plan (day int, unless_since float8)
    WHERE mailed_at + plan.day * interval '24 hours' <= now() AND (
      reminded_at IS NULL OR reminded_at <= mailed_at + plan.unless_since * interval '24 hours'
    )
  )`

const SQL = {
  due: `
    SELECT id FROM secuconnect_payment_link WHERE ${DUE} ORDER BY mailed_at LIMIT ${BATCH}`,
  claim: `
    UPDATE secuconnect_payment_link SET reminded_at = now(), updated_at = now()
    WHERE ${DUE} AND id = ? RETURNING id`,
  giveBack: `
    UPDATE secuconnect_payment_link SET reminded_at = ?, updated_at = now()
    WHERE id = ? RETURNING id`,
  addToken: `
    UPDATE secuconnect_payment_link
    SET reminder_token_hashes = array_append(reminder_token_hashes, ?), updated_at = now()
    WHERE id = ? RETURNING id`,
} as const

/** When customers are reminded of links that were mailed to them, by the database's clock. */
export class LinkReminders {
  constructor(private readonly repository: Repository) {}

  /** Ids of links that are to be reminded of now, the oldest first. */
  async due(plan: PlannedReminder[]): Promise<string[]> {
    return await this.execute(SQL.due, [JSON.stringify(plan)])
  }

  /** Of two servers one gets it. False: it is due no more. */
  async claim(id: string, plan: PlannedReminder[]): Promise<boolean> {
    return (await this.execute(SQL.claim, [JSON.stringify(plan), id])).length > 0
  }

  /** Nothing was sent: it is due as before. */
  async giveBack({ id, reminded_at }: Pick<PaymentLinkRow, "id" | "reminded_at">): Promise<void> {
    await this.execute(SQL.giveBack, [reminded_at, id])
  }

  /** One more token that leads to the link; it is told this once. */
  async addToken(id: string): Promise<string> {
    const token = createToken()
    await this.execute(SQL.addToken, [hashToken(token), id])
    return token
  }

  private async execute(sql: string, values: unknown[]): Promise<string[]> {
    return idsOf(await this.repository.getFreshManager().execute(sql, values))
  }
}
