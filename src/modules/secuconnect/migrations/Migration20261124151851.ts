import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124151851 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "secuconnect_checkout" add column if not exists "expired_at" timestamptz null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "secuconnect_checkout" drop column if exists "expired_at";`)
  }
}
