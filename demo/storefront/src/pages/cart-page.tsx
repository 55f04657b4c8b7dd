import { Link } from "react-router-dom"

import { useCart } from "../cart/cart"
import { CartLine } from "../components/cart-line"
import { EmptyCart } from "../components/empty-cart"
import { Page } from "../components/page"
import { PromotionCode } from "../components/promotion-code"
import { Totals } from "../components/totals"
import { useLanguage } from "../language/language"

export function CartPage() {
  const { t } = useLanguage()
  const { cart } = useCart()
  if (!cart?.items?.length) return <EmptyCart title={t.cart.title} />
  return (
    <Page title={t.cart.title}>
      <div className="columns">
        <ul className="lines">
          {cart.items.map((item) => (
            <CartLine key={item.id} item={item} currency={cart.currency_code} />
          ))}
        </ul>
        <aside className="summary" aria-labelledby="summary-title">
          <h2 id="summary-title">{t.totals.title}</h2>
          <PromotionCode />
          <Totals of={cart} hasShipping={Boolean(cart.shipping_methods?.length)} />
          <Link className="button button--large" to="/checkout">
            {t.cart.toCheckout}
          </Link>
        </aside>
      </div>
    </Page>
  )
}
