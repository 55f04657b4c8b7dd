import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { RefundWords } from "../request/refund-reason"
import { toMajorUnits, type Currency } from "../words/currency"

/** A request of the ledger, as far as it matters here. `amount` in minor units. */
interface Request {
  id: string
  kind: string
  state: string
  amount: number
}

/** A refund of Medusa; `amount` in major units, unrounded. */
interface Refund extends Pick<RefundWords, "note"> {
  amount: BigNumberInput
  currency: Currency
}

/**
 * The open booking that a refund of Medusa stands for: money that was given back elsewhere and is
 * only written into Medusa's books. Whoever books names the ledger's row in the refund's note; a
 * note that names none, or an amount that differs by more than rounding, is any note.
 *
 * @param requests of the refund's own checkout
 */
export function findExternalRefund<Row extends Request>(
  requests: Row[],
  refund: Refund,
): Row | undefined {
  const named = new Set(refund.note?.match(/\w+/g))
  return requests.find(
    (row) =>
      row.kind === "external_refund" &&
      row.state === "open" &&
      named.has(row.id) &&
      isSameAmount(row, refund),
  )
}

/** The last one takes what Medusa has left, unrounded. */
function isSameAmount(row: Request, { amount, currency }: Refund): boolean {
  const difference = MathBN.abs(MathBN.sub(amount, toMajorUnits(row.amount, currency)))
  return MathBN.lt(difference, toMajorUnits(1, currency))
}
