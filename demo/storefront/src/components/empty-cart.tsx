import { Link } from "react-router-dom"

import { useCart } from "../cart/cart"
import { useLanguage } from "../language/language"
import { Page } from "./page"

export function EmptyCart({ title }: { title: string }) {
  const { t } = useLanguage()
  const { isLoading } = useCart()
  return (
    <Page title={title} lead={isLoading ? t.loading : t.cart.empty}>
      {!isLoading && (
        <Link className="button" to="/">
          {t.cart.toProducts}
        </Link>
      )}
    </Page>
  )
}
