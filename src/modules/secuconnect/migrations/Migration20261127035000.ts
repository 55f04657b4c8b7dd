import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** An order that could not be compared with what its customer was shown is compared again. */
export class Migration20261127035000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "secuconnect_checkout" add column if not exists "is_cart_compared" boolean not null default false;`,
    )
    this.addSql(
      `update "secuconnect_checkout" set "is_cart_compared" = true where "order_id" is not null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "secuconnect_checkout" drop column if exists "is_cart_compared";`)
  }
}
