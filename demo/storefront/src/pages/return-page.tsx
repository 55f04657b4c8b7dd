import { retrieveCartState, retrievePayment } from "medusa-payment-secuconnect/storefront"
import { useReturn } from "medusa-payment-secuconnect/storefront/react"
import { Link, useNavigate } from "react-router-dom"

import { useCart } from "../cart/cart"
import { Notice } from "../components/notice"
import { Page } from "../components/page"
import { useShowOrder } from "../hooks/use-show-order"
import { useStore } from "../hooks/use-store"
import { useLanguage } from "../language/language"

/**
 * Where the plugin sends the shopper after secupay's page. What stands in the address decides only
 * what is shown here: whether money has come in is between the store and secuconnect.
 */
export function ReturnPage() {
  const { t } = useLanguage()
  const { lastId } = useCart()
  const navigate = useNavigate()
  const showOrder = useShowOrder()
  const store = useStore()
  const { state, text, lookAgain } = useReturn({
    query: window.location.search,
    look: (id) => retrievePayment(store, id),
    cart: async () => {
      const id = lastId()
      return id === null
        ? { ok: true, state: "gone", order_id: null }
        : retrieveCartState(store, id)
    },
    onOrder: (orderId) => void showOrder(orderId),
    onLost: (outcome) => void navigate(`/checkout?payment=${outcome}`, { replace: true }),
  })
  if (state === "checking" || state === "leaving") return <Checking />
  return (
    <Page title={t.return.title}>
      <Notice kind="info">{sentence(state, text, t.return)}</Notice>
      <p className="buttons">
        {state !== "unknown" && (
          <button className="button" type="button" onClick={lookAgain}>
            {t.return.again}
          </button>
        )}
        <Link className="button button--quiet" to="/">
          {t.return.toProducts}
        </Link>
      </p>
    </Page>
  )
}

function sentence(
  state: "undecided" | "not_ordered" | "unknown",
  text: string | null,
  t: { unknown: string; stillChecking: string },
): string {
  if (state === "unknown") return t.unknown
  return state === "not_ordered" && text !== null ? text : t.stillChecking
}

function Checking() {
  const { t } = useLanguage()
  return (
    <Page title={t.return.title}>
      <p className="lead checking" role="status">
        {t.return.checking}
      </p>
    </Page>
  )
}
