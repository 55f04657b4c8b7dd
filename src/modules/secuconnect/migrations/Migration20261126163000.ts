import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const BEFORE = "refund_orphan_failed"
const AFTER = "refund_unwanted_failed"

/** The line of the history was written for cancelled orders too, and is called so. Nothing is lost. */
export class Migration20261126163000 extends Migration {
  override async up(): Promise<void> {
    this.rename(BEFORE, AFTER)
  }

  override async down(): Promise<void> {
    this.rename(AFTER, BEFORE)
  }

  private rename(before: string, after: string): void {
    this.addSql(
      `update "secuconnect_checkout_event" set "finding" = '${after}' where "finding" = '${before}';`,
    )
  }
}
