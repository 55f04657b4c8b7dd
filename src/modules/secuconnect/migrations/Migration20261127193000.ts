import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Order first: orders that are placed before anything is paid. */
export class Migration20261127193000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "secuconnect_unpaid_order" ("id" text not null, "payment_session_id" text not null, "cart_id" text not null, "order_id" text null, "placed_at" timestamptz null, "amount" numeric not null, "currency_code" text not null, "language" text not null, "is_demo" boolean not null, "due_at" timestamptz null, "ended_at" timestamptz null, "ended_reason" text check ("ended_reason" in ('paid', 'transfer', 'cancelled')) null, "problem" text null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_unpaid_order_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_unpaid_order_payment_session_id_unique" ON "secuconnect_unpaid_order" ("payment_session_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_unpaid_order_order_id" ON "secuconnect_unpaid_order" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_unpaid_order_deleted_at" ON "secuconnect_unpaid_order" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_unpaid_order_due_at" ON "secuconnect_unpaid_order" ("due_at") WHERE due_at IS NOT NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "secuconnect_unpaid_order" cascade;`)
  }
}
