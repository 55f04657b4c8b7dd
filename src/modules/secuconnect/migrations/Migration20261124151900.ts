import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124151900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "secuconnect_money_request" add column if not exists "refunds_before" text[] not null default '{}';`,
    )
    // Written by hand: of several open refunds of one payment only the newest can still be somebody's.
    this.addSql(
      `update "secuconnect_money_request" as "older" set "medusa_id" = null where "kind" = 'refund' and "state" = 'open' and exists (select 1 from "secuconnect_money_request" as "newer" where "newer"."checkout_id" = "older"."checkout_id" and "newer"."kind" = 'refund' and "newer"."state" = 'open' and "newer"."medusa_id" is not null and "newer"."deleted_at" is null and ("newer"."created_at", "newer"."id") > ("older"."created_at", "older"."id"));`,
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
