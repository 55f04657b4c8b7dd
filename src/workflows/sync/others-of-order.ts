import type { CheckoutRow, SecuconnectModuleService } from "../../modules/secuconnect/types"

type Ledger = Pick<SecuconnectModuleService, "listCheckouts" | "checkSoon">

/** Other checkouts of the same order: by the order, and by the collection where that is not known yet. */
export async function findOthersOfOrder(
  ledger: Pick<Ledger, "listCheckouts">,
  { id, order_id, payment_collection_id }: CheckoutRow,
): Promise<CheckoutRow[]> {
  const found = new Map<string, CheckoutRow>()
  for (const filter of [{ order_id }, { payment_collection_id }]) {
    if (Object.values(filter).includes(null)) continue
    const rows = await ledger.listCheckouts({ ...filter, creation: "open" })
    for (const row of rows) found.set(row.id, row)
  }
  found.delete(id)
  return [...found.values()]
}

/** What may be needed no more now that another checkout has paid for the order or promised to. */
const UNDECIDED: ReadonlySet<CheckoutRow["status"]> = new Set([
  null,
  "open",
  "unknown",
  "waiting",
  "authorized",
])

/**
 * Has the order's other checkouts checked in a moment: what is not needed any more is cancelled, and what the
 * order waited for in vain needs nobody any more.
 */
export async function checkOthersOfOrder(ledger: Ledger, checkout: CheckoutRow): Promise<void> {
  const others = await findOthersOfOrder(ledger, checkout)
  const isOpen = ({ status, attention }: CheckoutRow) => UNDECIDED.has(status) || attention !== null
  await ledger.checkSoon(others.filter(isOpen).map((other) => other.id))
}
