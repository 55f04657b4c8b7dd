import { z } from "zod"

import type { Answer } from "../http"
import type { Shop } from "../shop"
import type { StartedPayment } from "../shopper"

type Session = Pick<StartedPayment, "sessionId">

/** Asks where to pay, as a storefront does right before it leaves; gives whatever is answered. */
export function askWhereToPay(shop: Shop, { sessionId }: Session): Promise<Answer> {
  const path = `/store/secuconnect/payment-sessions/${sessionId}/checkout`
  return shop.store.call(path, { method: "POST", body: {} })
}

const reply = z.object({ payment_session: z.object({ id: z.string(), checkout_url: z.string() }) })
const stxRow = z.object({ stx_id: z.string() })

/** Asks where to pay; gives the address and the Smart Transaction that is paid there. */
export async function whereToPay(shop: Shop, session: Session) {
  const { status, body, text } = await askWhereToPay(shop, session)
  if (status !== 200) throw new Error(`There is nowhere to pay: ${status} ${text}`)
  const { checkout_url } = reply.parse(body).payment_session
  const sql = "SELECT stx_id FROM secuconnect_checkout WHERE checkout_url = $1"
  const [row] = await shop.db.rows(stxRow, sql, [checkout_url])
  if (!row) throw new Error(`The ledger does not know ${checkout_url}.`)
  return { checkout_url, stx: row.stx_id }
}

const freshRow = z.object({
  id: z.string(),
  cart_changed: z.boolean(),
  superseded_by: z.string().nullable(),
  cancel_requested_at: z.date().nullable(),
  attention: z.string().nullable(),
})

/** What the ledger says about how fresh a Smart Transaction is. */
export async function freshnessOf(shop: Shop, { stx }: { stx: string }) {
  const sql = "SELECT * FROM secuconnect_checkout WHERE stx_id = $1"
  const [row] = await shop.db.rows(freshRow, sql, [stx])
  if (!row) throw new Error(`The ledger does not know ${stx}.`)
  const { cancel_requested_at, ...rest } = row
  return { ...rest, is_to_cancel: cancel_requested_at !== null }
}
