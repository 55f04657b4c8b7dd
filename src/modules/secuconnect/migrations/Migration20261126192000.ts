import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** ISO 4217 on the day of this migration; every other currency has two decimals. */
const EXPONENTS = {
  0: "'bif','clp','djf','gnf','isk','jpy','kmf','krw','pyg','rwf','ugx','uyi','vnd','vuv','xaf','xof','xpf'",
  3: "'bhd','iqd','jod','kwd','lyd','omr','tnd'",
  4: "'clf','uyw'",
}

/** Before, these were what the runtime said, and that changed with Node. */
const DISPUTED =
  "'afn','all','amd','cop','crc','huf','idr','iqd','irr','kpw','lak','lbp','mga','mmk','mnt','mur','pkr','rsd','sos','syp','tzs','uzs','yer'"

/** What the amount really was multiplied with: the payment session has it in major units. */
const FROM_SESSION = `do $$ begin
  if to_regclass('payment_session') is not null then
    update "secuconnect_checkout" checkout
      set "currency_exponent" = round(log(10, checkout."amount" / session."amount"))
      from payment_session session
      where session."id" = checkout."payment_session_id" and session."amount" > 0
        and checkout."amount" > 0 and checkout."currency_code" in (${DISPUTED});
  end if;
end $$;`

/** The decimals of a row's currency are written down, and do not change under it any more. */
export class Migration20261126192000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "secuconnect_checkout" add column if not exists "currency_exponent" integer null;`,
    )
    this.addSql(`update "secuconnect_checkout" set "currency_exponent" = 2;`)
    for (const [exponent, codes] of Object.entries(EXPONENTS)) {
      this.addSql(
        `update "secuconnect_checkout" set "currency_exponent" = ${exponent} where "currency_code" in (${codes});`,
      )
    }
    this.addSql(FROM_SESSION)
    this.addSql(`alter table "secuconnect_checkout" alter column "currency_exponent" set not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "secuconnect_checkout" drop column if exists "currency_exponent";`)
  }
}
