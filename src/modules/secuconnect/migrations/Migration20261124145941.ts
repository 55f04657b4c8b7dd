import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124145941 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "secuconnect_checkout_event" drop constraint if exists "secuconnect_checkout_event_once_unique";`,
    )
    this.addSql(
      `alter table if exists "secuconnect_settings_revision" drop constraint if exists "secuconnect_settings_revision_revision_unique";`,
    )
    this.addSql(
      `alter table if exists "secuconnect_delivery_report" drop constraint if exists "IDX_secuconnect_delivery_report_unique";`,
    )
    this.addSql(
      `create table if not exists "secuconnect_delivery_report" ("id" text not null, "checkout_id" text not null, "fulfillment_id" text not null, "kind" text check ("kind" in ('capture', 'shipping_information')) not null, "carrier" text null, "tracking_id" text null, "invoice_number" text null, "order_number" text null, "shipped_at" timestamptz null, "state" text check ("state" in ('open', 'done', 'refused')) not null default 'open', "attempts" integer not null default 0, "problem" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_delivery_report_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_delivery_report_deleted_at" ON "secuconnect_delivery_report" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_delivery_report_unique" ON "secuconnect_delivery_report" ("checkout_id", "fulfillment_id", "kind") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_delivery_report_open" ON "secuconnect_delivery_report" ("checkout_id") WHERE state = 'open' AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "secuconnect_settings_revision" ("id" text not null, "revision" integer not null, "values" jsonb not null, "changed" text[] not null default '{}', "actor_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_settings_revision_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_settings_revision_revision_unique" ON "secuconnect_settings_revision" ("revision") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_settings_revision_deleted_at" ON "secuconnect_settings_revision" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "secuconnect_money_request" drop constraint if exists "secuconnect_money_request_kind_check";`,
    )

    this.addSql(
      `alter table if exists "secuconnect_checkout" add column if not exists "is_trial" boolean not null default false, add column if not exists "order_display_id" integer null, add column if not exists "requested_method" text null, add column if not exists "effective_amount" numeric null, add column if not exists "waiting_since" timestamptz null, add column if not exists "reminded_at" timestamptz null, add column if not exists "orphan_resolution" text check ("orphan_resolution" in ('refund', 'keep')) null, add column if not exists "raw_effective_amount" jsonb null;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_created_at" ON "secuconnect_checkout" ("created_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_amount" ON "secuconnect_checkout" ("amount") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_trans_id" ON "secuconnect_checkout" ("trans_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_order_display_id" ON "secuconnect_checkout" ("order_display_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_attention" ON "secuconnect_checkout" ("attention") WHERE attention IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "secuconnect_checkout_event" add column if not exists "event_name" text null, add column if not exists "payload" jsonb null, add column if not exists "once" text null, add column if not exists "sent_at" timestamptz null;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_event_once_unique" ON "secuconnect_checkout_event" ("once") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_checkout_event_unsent" ON "secuconnect_checkout_event" ("created_at") WHERE event_name IS NOT NULL AND sent_at IS NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "secuconnect_money_request" add column if not exists "reason" text null, add column if not exists "refund_payment_id" text null;`,
    )
    this.addSql(
      `alter table if exists "secuconnect_money_request" add constraint "secuconnect_money_request_kind_check" check("kind" in ('capture', 'refund', 'cancel', 'booking'));`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "secuconnect_delivery_report" cascade;`)

    this.addSql(`drop table if exists "secuconnect_settings_revision" cascade;`)

    this.addSql(
      `alter table if exists "secuconnect_money_request" drop constraint if exists "secuconnect_money_request_kind_check";`,
    )

    this.addSql(`drop index if exists "IDX_secuconnect_checkout_created_at";`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_amount";`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_trans_id";`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_order_display_id";`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_attention";`)
    this.addSql(
      `alter table if exists "secuconnect_checkout" drop column if exists "is_trial", drop column if exists "order_display_id", drop column if exists "requested_method", drop column if exists "effective_amount", drop column if exists "waiting_since", drop column if exists "reminded_at", drop column if exists "orphan_resolution", drop column if exists "raw_effective_amount";`,
    )

    this.addSql(`drop index if exists "IDX_secuconnect_checkout_event_once_unique";`)
    this.addSql(`drop index if exists "IDX_secuconnect_checkout_event_unsent";`)
    this.addSql(
      `alter table if exists "secuconnect_checkout_event" drop column if exists "event_name", drop column if exists "payload", drop column if exists "once", drop column if exists "sent_at";`,
    )

    this.addSql(
      `alter table if exists "secuconnect_money_request" drop column if exists "reason", drop column if exists "refund_payment_id";`,
    )

    // Written by hand: refunds made elsewhere were not known before, and would keep the check out.
    this.addSql(
      `delete from "secuconnect_money_request" where "kind" not in ('capture', 'refund', 'cancel');`,
    )
    this.addSql(
      `alter table if exists "secuconnect_money_request" add constraint "secuconnect_money_request_kind_check" check("kind" in ('capture', 'refund', 'cancel'));`,
    )
  }
}
