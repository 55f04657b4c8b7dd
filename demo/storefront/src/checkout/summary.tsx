import { Link } from "react-router-dom"

import type { Cart } from "../api/types"
import { LineList } from "../components/line-list"
import { Totals } from "../components/totals"
import { useLanguage } from "../language/language"

export function Summary({ cart }: { cart: Cart }) {
  const { t } = useLanguage()
  return (
    <aside className="summary" aria-labelledby="summary-title">
      <div className="step__head">
        <h2 id="summary-title">{t.totals.title}</h2>
        <Link to="/cart" aria-label={`${t.cart.title}: ${t.checkout.edit}`}>
          {t.checkout.edit}
        </Link>
      </div>
      <LineList items={cart.items ?? []} currency={cart.currency_code} />
      <Totals of={cart} hasShipping={Boolean(cart.shipping_methods?.length)} />
    </aside>
  )
}
