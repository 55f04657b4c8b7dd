import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Violation } from "../../mapping/laws/audit-case"
import { unknownPayments } from "../../mapping/laws/unknown-payments"
import { readPaymentsBetween } from "../../medusa/read-audited"
import type { Deps } from "../deps"

/**
 * Payments that Medusa has made with a provider of ours in a time span, and that no row of the ledger, of
 * whatever secuconnect, belongs to. No checkout leads to them.
 */
export async function readUnknownPayments(
  { container, ledger }: Deps,
  span: { from: string; to: string },
): Promise<Violation[]> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const payments = await readPaymentsBetween(database, span)
  const id = payments.flatMap(({ checkout_id }) => checkout_id ?? [])
  const rows = id.length === 0 ? [] : await ledger.listCheckouts({ id }, { select: ["id"] })
  return unknownPayments(payments, new Set(rows.map((row) => row.id)))
}
