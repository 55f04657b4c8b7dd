import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const COLUMNS = [
  ["state", "creation"],
  ["truth", "status"],
  ["seen_at", "checked_at"],
  ["looks", "checks"],
  ["replaced_by", "superseded_by"],
  ["is_stale", "cart_changed"],
  ["is_trial", "is_test_payment"],
] as const

const CONSTRAINTS = [
  ["secuconnect_checkout_state_check", "secuconnect_checkout_creation_check"],
  ["secuconnect_checkout_truth_check", "secuconnect_checkout_status_check"],
] as const

/** Values that are stored as text: table, column, before, after. */
const VALUES = [
  ["secuconnect_checkout", "attention", "paid_without_order", "orphaned"],
  ["secuconnect_checkout_event", "finding", "paid_without_order", "orphaned"],
  ["secuconnect_checkout_event", "finding", "half_booking_taken_back", "dangling_entry_removed"],
  ["secuconnect_checkout_event", "finding", "odd_push", "unrelated_push"],
  ["secuconnect_checkout_event", "source", "clock", "schedule"],
  ["secuconnect_money_request", "kind", "booking", "external_refund"],
] as const

const KIND = "secuconnect_money_request_kind_check"

/** Written by hand: the generator knows no renames. Nothing is lost, up or down. */
export class Migration20261126150000 extends Migration {
  override async up(): Promise<void> {
    for (const [before, after] of COLUMNS) this.renameColumn(before, after)
    for (const [before, after] of CONSTRAINTS) this.renameConstraint(before, after)
    this.addSql(`alter table "secuconnect_money_request" drop constraint if exists "${KIND}";`)
    for (const [table, column, before, after] of VALUES) {
      this.addSql(`update "${table}" set "${column}" = '${after}' where "${column}" = '${before}';`)
    }
    this.addSql(
      `alter table "secuconnect_money_request" add constraint "${KIND}" check("kind" in ('capture', 'refund', 'cancel', 'external_refund'));`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "secuconnect_money_request" drop constraint if exists "${KIND}";`)
    for (const [table, column, before, after] of VALUES) {
      this.addSql(`update "${table}" set "${column}" = '${before}' where "${column}" = '${after}';`)
    }
    this.addSql(
      `alter table "secuconnect_money_request" add constraint "${KIND}" check("kind" in ('capture', 'refund', 'cancel', 'booking'));`,
    )
    for (const [before, after] of CONSTRAINTS) this.renameConstraint(after, before)
    for (const [before, after] of COLUMNS) this.renameColumn(after, before)
  }

  private renameColumn(before: string, after: string): void {
    this.addSql(`alter table "secuconnect_checkout" rename column "${before}" to "${after}";`)
  }

  private renameConstraint(before: string, after: string): void {
    this.addSql(`alter table "secuconnect_checkout" rename constraint "${before}" to "${after}";`)
  }
}
