import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124190844 extends Migration {
  override async up(): Promise<void> {
    // Written by hand: nothing reads so much of this table that further processes of PostgreSQL are
    // worth starting, which it would do to count what is rare among 100,000 rows.
    this.addSql(`alter table if exists "secuconnect_checkout" set (parallel_workers = 0);`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_created_at";`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_amount";`)

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_by_time" ON "secuconnect_checkout" ("created_at", "id", "is_trial", "is_demo", "state", "truth", "method", "requested_method", "attention", "orphan_resolution", "amount", "effective_amount") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_by_amount" ON "secuconnect_checkout" ("amount", "id", "is_trial", "is_demo", "state", "truth", "method", "requested_method", "attention", "orphan_resolution", "effective_amount") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "secuconnect_checkout" reset (parallel_workers);`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_by_time";`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_by_amount";`)

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_created_at" ON "secuconnect_checkout" ("created_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_amount" ON "secuconnect_checkout" ("amount") WHERE deleted_at IS NULL;`,
    )
  }
}
