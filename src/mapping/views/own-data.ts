/**
 * The keys that are ours in session and payment data. All are always returned: what a browser put
 * under one of these names would otherwise stay stored. No secrets, the storefront can read them.
 */
export type OwnData = {
  session_id: string
  checkout_id: string
  stx_id: string | null
  checkout_url: string | null
  payment_ids: string[]
  trans_id: string | null
  method: string | null
  is_demo: boolean
}

export function ownData(
  checkout: Omit<OwnData, "session_id" | "checkout_id"> & {
    id: string
    payment_session_id: string
  },
): OwnData {
  return {
    session_id: checkout.payment_session_id,
    checkout_id: checkout.id,
    stx_id: checkout.stx_id,
    checkout_url: checkout.checkout_url,
    payment_ids: checkout.payment_ids,
    trans_id: checkout.trans_id,
    method: checkout.method,
    is_demo: checkout.is_demo,
  }
}
