import type { ReactElement } from "react"

import { readReturn } from "../return"
import { type Spoken, textsOf } from "./texts"
import { useReturn, type UseReturn } from "./use-return"

export interface PaymentReturnProps
  extends Spoken, Pick<UseReturn, "query" | "look" | "cart" | "pace"> {
  /** `/orders/{order_id}` */
  orderUrl: string
  /** The choice of payment: `/checkout?payment={outcome}`, which is `failed` or `aborted`. */
  checkoutUrl: string
}

/**
 * The page of the return: all of it, to be placed in a server component. Its request comes from another
 * site, without cookies that are `SameSite=Strict`; so it goes on in the browser, and loads whole pages,
 * because everything around it was made without the cart. Without JavaScript there is a link to the order.
 */
export function PaymentReturn({
  orderUrl,
  checkoutUrl,
  query,
  look,
  cart,
  pace,
  ...spoken
}: PaymentReturnProps): ReactElement {
  const t = textsOf(spoken)
  const orderAt = (order_id: string) => orderUrl.replace("{order_id}", encodeURIComponent(order_id))
  const { state, text, lookAgain } = useReturn({
    ...{ query, look, cart, pace },
    onOrder: (order_id) => window.location.replace(orderAt(order_id)),
    onLost: (outcome) => window.location.replace(checkoutUrl.replace("{outcome}", outcome)),
  })
  const { order_id } = readReturn(query)
  const isOver = state === "undecided" || state === "not_ordered"
  const said = {
    checking: text ?? t.return_checking,
    leaving: text ?? t.return_checking,
    undecided: t.return_undecided,
    not_ordered: text ?? t.return_undecided,
    unknown: t.return_unknown,
  }
  return (
    <div data-part="payment-return" data-state={state}>
      <p role="status">{said[state]}</p>
      {isOver && (
        <button type="button" data-part="look-again" onClick={lookAgain}>
          {t.look_again}
        </button>
      )}
      {order_id !== null && (
        <noscript>
          <a href={orderAt(order_id)}>{t.show_order}</a>
        </noscript>
      )}
    </div>
  )
}
