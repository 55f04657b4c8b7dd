import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLE = `"secuconnect_payment_link"`

/** A link that was mailed can be reminded of: when, and the addresses of those mails. */
export class Migration20261127190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table ${TABLE} add column if not exists "mailed_at" timestamptz null, add column if not exists "reminded_at" timestamptz null, add column if not exists "reminder_token_hashes" text[] not null default '{}';`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_payment_link_reminder_token_hashes" ON ${TABLE} USING GIN ("reminder_token_hashes") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_payment_link_mailed_at" ON ${TABLE} ("mailed_at") WHERE mailed_at IS NOT NULL AND ended_at IS NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_secuconnect_payment_link_mailed_at";`)
    this.addSql(`drop index if exists "IDX_secuconnect_payment_link_reminder_token_hashes";`)
    this.addSql(
      `alter table ${TABLE} drop column if exists "mailed_at", drop column if exists "reminded_at", drop column if exists "reminder_token_hashes";`,
    )
  }
}
