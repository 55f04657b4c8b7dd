import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How often a checkout is read at secuconnect, and a payment started, counts on all servers. */
export class Migration20261127120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "secuconnect_turn" ("id" text not null, "until" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "secuconnect_turn_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_secuconnect_turn_deleted_at" ON "secuconnect_turn" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "secuconnect_turn" cascade;`)
  }
}
