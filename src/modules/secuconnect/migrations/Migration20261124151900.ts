import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124151900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "secuconnect_money_request" add column if not exists "refunds_before" text[] not null default '{}';`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_money_request_one_refund" ON "secuconnect_money_request" ("checkout_id") WHERE kind = 'refund' AND state = 'open' AND medusa_id IS NOT NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_secuconnect_money_request_one_refund";`)
    this.addSql(
      `alter table if exists "secuconnect_money_request" drop column if exists "refunds_before";`,
    )
  }
}
