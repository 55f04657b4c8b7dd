import { REPORT_WAITS } from "../../mapping/delivery/delivery-progress"
import { idsOf, type Repository } from "./claim-due"

const DUE = REPORT_WAITS.map(
  () =>
    `(report.attempts >= ? AND report.attempts < ?
      AND coalesce(report.tried_at, report.created_at) <= now() - ? * interval '1 millisecond')`,
).join(" OR ")

/** The limit comes after the environment: what is stuck at another one must not keep these waiting. */
const SQL = `
  SELECT checkout.id FROM secuconnect_delivery_report report
  JOIN secuconnect_checkout checkout ON checkout.id = report.checkout_id
  WHERE report.state = 'open' AND report.deleted_at IS NULL AND (${DUE})
    AND checkout.base_url = ? AND checkout.deleted_at IS NULL
  GROUP BY checkout.id
  ORDER BY min(coalesce(report.tried_at, report.created_at)), checkout.id LIMIT ?`

/**
 * The checkouts that have a report whose time has come, the longest untried first.
 *
 * @returns ids
 */
export async function findDueDeliveries(
  repository: Repository,
  { base_url, limit }: { base_url: string; limit: number },
): Promise<string[]> {
  const waits = REPORT_WAITS.flatMap(({ from, until, wait }) => [from, until, wait])
  return idsOf(await repository.getFreshManager().execute(SQL, [...waits, base_url, limit]))
}
