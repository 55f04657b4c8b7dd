import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Links to the page on which an order is paid, and the payments that were started there. */
export class Migration20261127030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "secuconnect_payment_link" ("id" text not null, "order_id" text not null, "token_hash" text not null, "made_by" text null, "expires_at" timestamptz not null, "seen_at" timestamptz null, "paid_at" timestamptz null, "ended_at" timestamptz null, "ended_reason" text check ("ended_reason" in ('replaced', 'paid', 'cancelled')) null, "starts" integer not null default 0, "starts_since" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_payment_link_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_payment_link_token_hash_unique" ON "secuconnect_payment_link" ("token_hash") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_payment_link_deleted_at" ON "secuconnect_payment_link" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_payment_link_order_id_created_at" ON "secuconnect_payment_link" ("order_id", "created_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `alter table if exists "secuconnect_checkout" add column if not exists "payment_link_id" text null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "secuconnect_checkout" drop column if exists "payment_link_id";`,
    )
    this.addSql(`drop table if exists "secuconnect_payment_link" cascade;`)
  }
}
