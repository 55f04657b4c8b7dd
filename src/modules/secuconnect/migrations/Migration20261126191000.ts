import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLE = `"secuconnect_money_request"`
const CHECK = `"secuconnect_money_request_state_check"`
const ONE_REFUND = `"IDX_secuconnect_money_request_one_refund"`
const ONE_OPEN = `"IDX_secuconnect_money_request_one_open"`

const OPEN = "kind in ('refund', 'cancel') and state = 'open' and deleted_at is null"

/** What was open beside a younger one: nobody will know any more what became of it. */
const FORGET = `update ${TABLE} set state = 'unclear' where id in (
  select id from (
    select id, row_number() over (partition by checkout_id order by created_at desc, id desc) as nth
    from ${TABLE} where ${OPEN}
  ) as counted where nth > 1
);`

/** One open request that gives money back for each checkout; and a state for what nobody can know. */
export class Migration20261126191000 extends Migration {
  override async up(): Promise<void> {
    this.allowStates(["open", "done", "refused", "unclear"])
    this.addSql(FORGET)
    this.addSql(`drop index if exists ${ONE_REFUND};`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS ${ONE_OPEN} ON ${TABLE} ("checkout_id") WHERE ${OPEN};`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists ${ONE_OPEN};`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS ${ONE_REFUND} ON ${TABLE} ("checkout_id") WHERE kind = 'refund' AND state = 'open' AND medusa_id IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(`update ${TABLE} set state = 'refused' where state = 'unclear';`)
    this.allowStates(["open", "done", "refused"])
  }

  private allowStates(states: string[]): void {
    const values = states.map((state) => `'${state}'`).join(", ")
    this.addSql(`alter table ${TABLE} drop constraint if exists ${CHECK};`)
    this.addSql(`alter table ${TABLE} add constraint ${CHECK} check("state" in (${values}));`)
  }
}
