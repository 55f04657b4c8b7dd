import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Where a checkout's session belongs, for the time after the core has deleted it. */
export class Migration20261126170000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "secuconnect_checkout" add column if not exists "payment_collection_id" text null;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_payment_collection_id" ON "secuconnect_checkout" ("payment_collection_id") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_payment_collection_id";`)
    this.addSql(
      `alter table if exists "secuconnect_checkout" drop column if exists "payment_collection_id";`,
    )
  }
}
