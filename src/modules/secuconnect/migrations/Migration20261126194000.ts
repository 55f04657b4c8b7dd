import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const BY_STARTED_SESSION = "IDX_secuconnect_checkout_started_session_id"

/**
 * What cart or order cost where that is not what was paid, and the session that a payment was started
 * for where it moved to another one. Of older payments nothing is known.
 */
export class Migration20261126194000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "secuconnect_checkout" add column if not exists "amount_due" jsonb null, add column if not exists "started_session_id" text null;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "${BY_STARTED_SESSION}" ON "secuconnect_checkout" ("started_session_id") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "${BY_STARTED_SESSION}";`)
    this.addSql(
      `alter table "secuconnect_checkout" drop column if exists "amount_due", drop column if exists "started_session_id";`,
    )
  }
}
