import { Notice } from "../components/notice"
import { useOrderPayment } from "../hooks/use-order-payment"
import { useLanguage } from "../language/language"
import { TransferCard } from "./transfer-card"

/** How the payment of an order stands, and what the shopper still has to do for it. */
export function OrderPaymentPanel({ orderId }: { orderId: string }) {
  const { t } = useLanguage()
  const { payment, hasArrived } = useOrderPayment(orderId)
  if (!payment) return null
  const { state, transfer_details: transfer } = payment
  // An invoice is settled for the shop, and still to be paid by the shopper.
  const isInvoice = state === "paid" && transfer !== null
  return (
    <section className="payment" aria-labelledby="payment-title">
      <h2 id="payment-title">{t.order.payment}</h2>
      <p className={`payment__state payment__state--${state}`} role="status">
        <strong>{isInvoice ? t.order.invoice : t.order.states[state]}</strong> {payment.text}
      </p>
      {hasArrived && <Notice kind="success">{t.order.arrived}</Notice>}
      {transfer && (
        <TransferCard
          title={isInvoice ? t.transfer.invoiceTitle : t.transfer.title}
          transfer={transfer}
        />
      )}
      {payment.is_demo && <p className="hint">{t.order.demo}</p>}
    </section>
  )
}
