import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123101222 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "secuconnect_checkout" drop constraint if exists "secuconnect_checkout_stx_id_unique";`,
    )
    this.addSql(
      `alter table if exists "secuconnect_checkout" drop constraint if exists "secuconnect_checkout_push_token_hash_unique";`,
    )
    this.addSql(
      `alter table if exists "secuconnect_checkout" drop constraint if exists "secuconnect_checkout_return_token_hash_unique";`,
    )
    this.addSql(
      `alter table if exists "secuconnect_checkout" drop constraint if exists "secuconnect_checkout_reference_unique";`,
    )
    this.addSql(
      `create table if not exists "secuconnect_checkout" ("id" text not null, "reference" text not null, "state" text check ("state" in ('creating', 'open', 'not_created', 'unclear')) not null default 'creating', "base_url" text not null, "contract_id" text not null, "is_demo" boolean not null, "payment_session_id" text not null, "cart_id" text null, "order_id" text null, "amount" numeric not null, "currency_code" text not null, "language" text not null, "return_url" text null, "checkout_url" text null, "digest" text null, "is_stale" boolean not null default false, "return_token_hash" text not null, "push_token_hash" text not null, "stx_id" text null, "stx_status" text null, "method" text null, "trans_id" text null, "payment_ids" text[] not null default '{}', "payments" jsonb null, "instructions" jsonb null, "truth" text check ("truth" in ('open', 'waiting', 'authorized', 'accepted', 'failed', 'cancelled', 'unknown')) null, "mismatch" text null, "dispute" text null, "seen_at" timestamptz null, "attention" text null, "cancel_requested_at" timestamptz null, "replaced_by" text null, "due_at" timestamptz null, "looks" integer not null default 0, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_checkout_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_reference_unique" ON "secuconnect_checkout" ("reference") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_payment_session_id" ON "secuconnect_checkout" ("payment_session_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_order_id" ON "secuconnect_checkout" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_return_token_hash_unique" ON "secuconnect_checkout" ("return_token_hash") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_push_token_hash_unique" ON "secuconnect_checkout" ("push_token_hash") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_stx_id_unique" ON "secuconnect_checkout" ("stx_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_deleted_at" ON "secuconnect_checkout" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_payment_ids" ON "secuconnect_checkout" USING GIN ("payment_ids") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_due_at" ON "secuconnect_checkout" ("due_at") WHERE due_at IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "secuconnect_checkout_event" ("id" text not null, "checkout_id" text not null, "source" text not null, "finding" text not null, "detail" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_checkout_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_event_deleted_at" ON "secuconnect_checkout_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_event_checkout_id_created_at" ON "secuconnect_checkout_event" ("checkout_id", "created_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "secuconnect_money_request" ("id" text not null, "checkout_id" text not null, "kind" text check ("kind" in ('capture', 'refund', 'cancel')) not null, "target_id" text not null, "amount" numeric not null, "amount_before" numeric not null, "medusa_id" text null, "state" text check ("state" in ('open', 'done', 'refused')) not null default 'open', "raw_amount" jsonb not null, "raw_amount_before" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_money_request_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_money_request_deleted_at" ON "secuconnect_money_request" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_money_request_checkout_id_state" ON "secuconnect_money_request" ("checkout_id", "state") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "secuconnect_checkout" cascade;`)

    this.addSql(`drop table if exists "secuconnect_checkout_event" cascade;`)

    this.addSql(`drop table if exists "secuconnect_money_request" cascade;`)
  }
}
