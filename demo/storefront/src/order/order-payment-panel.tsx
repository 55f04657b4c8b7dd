import { createPaymentLink, retrieveOrderPayment } from "medusa-payment-secuconnect/storefront"
import {
  isInvoice,
  PayButton,
  PaymentState,
  TransferDetails,
  useOrderPayment,
  usePay,
} from "medusa-payment-secuconnect/storefront/react"

import { Notice } from "../components/notice"
import { useStore } from "../hooks/use-store"
import { useLanguage } from "../language/language"

/** How the payment of an order stands, and what the shopper still has to do for it. */
export function OrderPaymentPanel({ orderId }: { orderId: string }) {
  const { t, language } = useLanguage()
  const store = useStore()
  const { payment, can_be_paid, hasArrived } = useOrderPayment({
    order_id: orderId,
    read: (id) => retrieveOrderPayment(store, id),
  })
  if (!payment && !can_be_paid) return null
  return (
    <section className="payment" aria-labelledby="payment-title">
      <h2 id="payment-title">{t.order.payment}</h2>
      {payment && <PaymentState className="payment__state" payment={payment} locale={language} />}
      {hasArrived && <Notice kind="success">{t.order.arrived}</Notice>}
      {payment?.transfer_details ? (
        <TransferDetails
          className="transfer"
          transfer={payment.transfer_details}
          isInvoice={isInvoice(payment)}
          locale={language}
        />
      ) : (
        can_be_paid && <PayNow orderId={orderId} />
      )}
    </section>
  )
}

/** For an order with money open: leads to the page on which it is paid. */
function PayNow({ orderId }: { orderId: string }) {
  const { t, language } = useLanguage()
  const store = useStore()
  const { pay, isBusy, failure } = usePay({
    locale: language,
    pay: async (order_id) => {
      const link = await createPaymentLink(store, order_id)
      return link.ok ? { ok: true, checkout_url: link.url } : link
    },
  })
  return (
    <PayButton
      className="button"
      isBusy={isBusy}
      failure={failure}
      onPay={() => pay(orderId)}
      locale={language}
      texts={{ pay: t.order.payNow }}
    />
  )
}
