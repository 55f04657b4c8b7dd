import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** One at a time lets the core write an order's money. Nothing in it outlives half a minute. */
export class Migration20261126190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "secuconnect_order_lock" ("id" text not null, "payment_id" text null, "holder" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_order_lock_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_order_lock_deleted_at" ON "secuconnect_order_lock" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "secuconnect_order_lock" cascade;`)
  }
}
