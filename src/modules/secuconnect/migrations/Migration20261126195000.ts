import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What makes every mark of a payment follow from what is read, and reports tried by the database's time. */
export class Migration20261126195000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "secuconnect_checkout" add column if not exists "unclear_since" timestamptz null, add column if not exists "surplus_amount" numeric not null default 0, add column if not exists "raw_surplus_amount" jsonb not null default '{"value":"0","precision":20}', add column if not exists "is_booked" boolean not null default false;`,
    )
    this.addSql(
      `update "secuconnect_checkout" set "is_booked" = true where "order_id" is not null and "mismatch" is null and "status" in ('accepted', 'authorized');`,
    )
    this.addSql(
      `alter table "secuconnect_delivery_report" add column if not exists "tried_at" timestamptz null;`,
    )
    this.addSql(`update "secuconnect_delivery_report" set "tried_at" = "updated_at";`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "secuconnect_delivery_report" drop column if exists "tried_at";`)
    this.addSql(
      `alter table "secuconnect_checkout" drop column if exists "unclear_since", drop column if exists "surplus_amount", drop column if exists "raw_surplus_amount", drop column if exists "is_booked";`,
    )
  }
}
