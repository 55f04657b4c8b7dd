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

/** The same of a session that orders before anything is paid: the storefront asks for the page. */
export type UnpaidData = Record<
  Exclude<keyof OwnData, "session_id" | "payment_ids" | "is_demo">,
  null
> &
  Pick<OwnData, "session_id" | "payment_ids" | "is_demo"> & { order_first: true }

export function unpaidData({
  payment_session_id,
  is_demo,
}: {
  payment_session_id: string
  is_demo: boolean
}): UnpaidData {
  const nothing = {
    checkout_id: null,
    stx_id: null,
    checkout_url: null,
    trans_id: null,
    method: null,
  }
  return { session_id: payment_session_id, ...nothing, payment_ids: [], is_demo, order_first: true }
}
