import { linkReasonOf, type ReasonFacts } from "../../mapping/page/reason"
import { hasFailed, isReturned } from "../../mapping/status/lost"
import type { LinkReason } from "../../mapping/words/mails"
import { readLastChange } from "../../medusa/read-payable-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { checkoutsOfOpen } from "../booking/checkouts-of-open"
import type { OpenOrder } from "../booking/open-order"
import type { Deps } from "../deps"

/** Why an order has money open, as a mail with a link says it. */
export async function readLinkReason(deps: Deps, open: OpenOrder): Promise<LinkReason> {
  return linkReasonOf(await readReasonFacts(deps, open, await checkoutsOfOpen(deps, open)))
}

/** What tells why an order has money open. */
export async function readReasonFacts(
  { query }: Pick<Deps, "query">,
  { order }: OpenOrder,
  checkouts: CheckoutRow[],
): Promise<ReasonFacts> {
  return {
    is_partly_paid: order.transactions.length > 0,
    last_change: await readLastChange(query, order.id),
    payments: checkouts.map(({ status, method, expired_at, waiting_since, ...checkout }) => ({
      status,
      was_transfer: expired_at !== null || (method === "prepaid" && waiting_since !== null),
      was_returned: isReturned({ ...checkout, method }),
      was_lost: checkout.is_booked && hasFailed({ ...checkout, status }),
    })),
  }
}
