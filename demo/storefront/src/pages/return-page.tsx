import { useEffect } from "react"
import { Link, useNavigate, useSearchParams } from "react-router-dom"

import { useCart } from "../cart/cart"
import { Notice } from "../components/notice"
import { Page } from "../components/page"
import { usePaymentSession } from "../hooks/use-payment-session"
import { useLanguage } from "../language/language"

/** With these the session says what to show. */
const HAS_ANSWER: ReadonlySet<string> = new Set(["success", "pending", "not_ordered"])

/**
 * Where the plugin sends the shopper after secupay's page, with `outcome`, `payment_session_id` and,
 * once the order has been placed, `order_id`. The outcome decides only what is shown here: whether
 * money has come in is settled between the store and secuconnect.
 */
export function ReturnPage() {
  const { t } = useLanguage()
  const [parameters] = useSearchParams()
  const outcome = parameters.get("outcome")
  const orderId = parameters.get("order_id")
  const sessionId = parameters.get("payment_session_id")

  if (useLeave(orderId, outcome)) return <Checking />
  if (sessionId !== null && outcome !== null && HAS_ANSWER.has(outcome)) {
    return <Pending sessionId={sessionId} />
  }
  return (
    <Page title={t.return.title}>
      <Notice kind="info">{t.return.unknown}</Notice>
      <ToProducts />
    </Page>
  )
}

/**
 * Leaves the page as soon as there is an order, or a reason to choose the payment anew.
 *
 * @returns whether it is about to
 */
function useLeave(orderId?: string | null, result?: string | null): boolean {
  const { forget } = useCart()
  const navigate = useNavigate()
  const isLost = result === "failed" || result === "aborted"

  useEffect(() => {
    if (orderId) {
      forget()
      void navigate(`/order/${orderId}`, { replace: true })
    } else if (isLost) {
      void navigate(`/checkout?payment=${result}`, { replace: true })
    }
  }, [orderId, isLost, result])
  return Boolean(orderId) || isLost
}

function Pending({ sessionId }: { sessionId: string }) {
  const { t } = useLanguage()
  const { session, isOver, lookAgain } = usePaymentSession(sessionId)
  const isLeaving = useLeave(session?.order_id, session?.state)
  const isNotOrdered = session?.state === "not_ordered"
  if (isLeaving || !(isOver || isNotOrdered)) return <Checking />
  return (
    <Page title={t.return.title}>
      <Notice kind="info">{isNotOrdered ? session.text : t.return.stillChecking}</Notice>
      <p className="buttons">
        <button className="button" type="button" onClick={lookAgain}>
          {t.return.again}
        </button>
        <ToProducts />
      </p>
    </Page>
  )
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

function ToProducts() {
  const { t } = useLanguage()
  return (
    <Link className="button button--quiet" to="/">
      {t.return.toProducts}
    </Link>
  )
}
