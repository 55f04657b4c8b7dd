import type { RefundWords } from "../request/refund-reason"

/** A request of the ledger, as far as it matters here. `amount` in minor units. */
interface Request {
  id: string
  kind: string
  state: string
  amount: number
}

/**
 * The open booking that a refund of Medusa stands for: money that was given back elsewhere and is
 * only written into Medusa's books. Whoever books names the ledger's row in the refund's note; a
 * note that names none, or another amount, is any note.
 *
 * @param requests of the refund's own checkout
 * @param refund `amount` in minor units
 */
export function findExternalRefund<Row extends Request>(
  requests: Row[],
  { note, amount }: Pick<RefundWords, "note"> & { amount: number },
): Row | undefined {
  const named = new Set(note?.match(/\w+/g))
  return requests.find(
    (row) =>
      row.kind === "external_refund" &&
      row.state === "open" &&
      row.amount === amount &&
      named.has(row.id),
  )
}
