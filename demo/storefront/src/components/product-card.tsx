import type { Product } from "../api/types"
import { useLanguage } from "../language/language"
import { AddButton } from "./add-button"

interface ProductCardProps {
  product: Product
  onAdded: (product: Product) => void
}

type Variant = NonNullable<Product["variants"]>[number]

export function ProductCard({ product, onAdded }: ProductCardProps) {
  const { t } = useLanguage()
  const variant = product.variants?.[0]
  if (!variant) return null
  return (
    <li className="card">
      <img src={product.thumbnail ?? ""} alt="" width="400" height="320" loading="lazy" />
      <div className="card__text" lang="de">
        <h3>{product.title}</h3>
        <p>{product.description}</p>
      </div>
      {variant.inventory_quantity === 1 && <p className="card__last">{t.products.last}</p>}
      <div className="card__buy">
        <Price of={variant} />
        <AddButton title={product.title} variant={variant} onAdded={() => onAdded(product)} />
      </div>
    </li>
  )
}

function Price({ of: { calculated_price: price } }: { of: Variant }) {
  const { t, money } = useLanguage()
  if (price?.calculated_amount == null || price.currency_code === null) return null
  return (
    <p className="card__price">
      {money(price.calculated_amount, price.currency_code)} <small>{t.products.vat}</small>
    </p>
  )
}
