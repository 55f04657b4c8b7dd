import { Link, useParams } from "react-router-dom"

import { fetchOrder } from "../api/order"
import type { Order } from "../api/types"
import { AddressLines } from "../components/address-lines"
import { LineList } from "../components/line-list"
import { Notice } from "../components/notice"
import { Page } from "../components/page"
import { Totals } from "../components/totals"
import { useData } from "../hooks/use-data"
import { useLanguage } from "../language/language"
import { OrderPaymentPanel } from "../order/order-payment-panel"

export function OrderPage() {
  const { t } = useLanguage()
  const { id = "" } = useParams()
  const { data: order, isFailed } = useData(id, () => fetchOrder(id))
  if (order) return <Confirmation order={order} />
  return (
    <Page title={t.order.heading}>
      {isFailed ? (
        <Notice kind="error">{t.order.notFound}</Notice>
      ) : (
        <p role="status">{t.loading}</p>
      )}
    </Page>
  )
}

function Confirmation({ order }: { order: Order }) {
  const { t } = useLanguage()
  return (
    <Page title={t.order.title} lead={t.order.lead(order.display_id ?? 0, order.email ?? "")}>
      <OrderPaymentPanel orderId={order.id} />
      <div className="columns">
        <section aria-labelledby="items-title">
          <h2 id="items-title">{t.order.items}</h2>
          <LineList items={order.items ?? []} currency={order.currency_code} />
          <Totals of={order} hasShipping />
        </section>
        <section aria-labelledby="address-title">
          <h2 id="address-title">{t.order.address}</h2>
          <AddressLines of={order} />
        </section>
      </div>
      <Link className="button button--quiet" to="/">
        {t.order.toProducts}
      </Link>
    </Page>
  )
}
