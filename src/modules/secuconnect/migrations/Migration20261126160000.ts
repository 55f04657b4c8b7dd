import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const BY_TIME = "IDX_secuconnect_checkout_by_time"
const BY_AMOUNT = "IDX_secuconnect_checkout_by_amount"
const FILTERED = ["is_test_payment", "is_demo", "creation", "status"]
const FILTERED_TOO = ["method", "requested_method", "attention", "orphan_resolution"]

const PAYMENTS = `coalesce("payments", '[]'::jsonb)`
const has = (...payments: string[]) =>
  payments.map((payment) => `${PAYMENTS} @> '[{${payment}}]'::jsonb`).join(" or ")
const status = (word: string) => `"status": "${word}"`

/** A refund can be known by its id only, which hangs on its payment. */
const NAMES_REFUND = `cardinality("payment_ids") > jsonb_array_length(${PAYMENTS})`

/** Says of what was read before what `statusDetail` would say of it. */
const FILL = `update "secuconnect_checkout" set "status_detail" = case
  when "status" = 'waiting' and "instructions" is null then 'in_review'
  when "status" = 'accepted' and "method" = 'invoice'
    and not (${has(status("paid"), status("refund"), status("issue"), status("issue_resolved"))})
    then 'invoice_open'
  when "status" in ('accepted', 'cancelled')
    and (${has(`"is_refund": true`, status("refund"))} or ${NAMES_REFUND})
    then 'refunded'
  end;`

/** Tells a risk check, an open invoice and a refund from what else has the same status. */
export class Migration20261126160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "secuconnect_checkout" add column if not exists "status_detail" text check ("status_detail" in ('in_review', 'invoice_open', 'refunded')) null;`,
    )
    this.addSql(FILL)
    this.buildIndexes([...FILTERED, "status_detail", ...FILTERED_TOO])
  }

  override async down(): Promise<void> {
    this.buildIndexes([...FILTERED, ...FILTERED_TOO])
    this.addSql(`alter table "secuconnect_checkout" drop column if exists "status_detail";`)
  }

  private buildIndexes(filtered: string[]): void {
    this.buildIndex(BY_TIME, ["created_at", "id", ...filtered, "amount", "effective_amount"])
    this.buildIndex(BY_AMOUNT, ["amount", "id", ...filtered, "effective_amount"])
  }

  private buildIndex(name: string, columns: string[]): void {
    const on = columns.map((column) => `"${column}"`).join(", ")
    this.addSql(`drop index if exists "${name}";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "${name}" ON "secuconnect_checkout" (${on}) WHERE deleted_at IS NULL;`,
    )
  }
}
