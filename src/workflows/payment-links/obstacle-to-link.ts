import { currencyProblem, describeCurrencyProblem } from "../../mapping/words/currency"
import type { OpenOrder } from "../booking/open-order"

/** For the merchant, in one sentence; null where a link can be made. */
export function obstacleToLink({ order, ...found }: OpenOrder): string | null {
  const { currency_code, status, is_draft_order } = order
  if (is_draft_order)
    return "secuconnect: convert the draft to an order first, then create the link."
  if (status === "canceled") return "secuconnect: the order is canceled, nothing is to be paid."
  const problem = currencyProblem(currency_code)
  if (problem) return `secuconnect: ${describeCurrencyProblem(currency_code, problem)}`
  return obstacleInMoney(found)
}

function obstacleInMoney({
  open,
  is_promised_elsewhere,
}: Pick<OpenOrder, "open" | "is_promised_elsewhere">): string | null {
  if (open === null) return "secuconnect: Medusa does not say what is to be paid for this order."
  if (open <= 0) return "secuconnect: nothing is to be paid for this order."
  return is_promised_elsewhere
    ? "secuconnect: another payment provider waits for money for this order."
    : null
}
