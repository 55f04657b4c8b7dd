import type { Repository } from "./claim-due"

const SQL = {
  /** Who asks for a reminder twice within this time means one. */
  isRecent: `
    SELECT id FROM secuconnect_checkout
    WHERE id = ? AND reminded_at > now() - interval '1 minute'`,
  mark: "UPDATE secuconnect_checkout SET reminded_at = now(), updated_at = now() WHERE id = ?",
} as const

/** When customers were reminded of a transfer, by the database's clock. */
export class Reminders {
  constructor(private readonly repository: Repository) {}

  /** Whether the customer of a checkout was reminded within the last minute. */
  async wasSentLately(id: string): Promise<boolean> {
    const rows = await this.repository.getFreshManager().execute(SQL.isRecent, [id])
    return Array.isArray(rows) && rows.length > 0
  }

  /** The customer of a checkout was reminded now. */
  async markSent(id: string): Promise<void> {
    await this.repository.getFreshManager().execute(SQL.mark, [id])
  }
}
