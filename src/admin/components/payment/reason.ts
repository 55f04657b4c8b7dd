import { order } from "../../i18n/en/order"
import { isNameOf } from "../../lib/is-name-of"
import type { Say } from "../../lib/use-words"

/** Why something did not work: in the dashboard's language where there are words for it. */
export function wordsFor(say: Say, reason: string): string {
  return isNameOf(order.reasonOf, reason) ? say(`order.reasonOf.${reason}`) : reason
}
