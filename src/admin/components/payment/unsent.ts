import type { AdminPayment } from "../../../http-types"

/** "2 × Pen, 1 × Ink": what an invoice waits for. */
export function unsentOf({ unsent }: Pick<AdminPayment, "unsent">): string {
  return unsent.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")
}
