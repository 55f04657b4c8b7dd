import { useState } from "react"
import { Link } from "react-router-dom"

import { fetchShelves } from "../api/products"
import { Notice } from "../components/notice"
import { Page } from "../components/page"
import { ProductCard } from "../components/product-card"
import { useData } from "../hooks/use-data"
import { useLanguage } from "../language/language"

export function ProductsPage() {
  const { t } = useLanguage()
  const { data: shelves, isFailed } = useData("shelves", fetchShelves)
  const [added, setAdded] = useState<string>()
  return (
    <Page title={t.products.title} lead={t.products.lead} isFront>
      {isFailed && <Notice kind="error">{t.errors.offline}</Notice>}
      {!shelves && !isFailed && <p role="status">{t.loading}</p>}
      {shelves?.map((shelf) => (
        <section key={shelf.id} className="shelf" aria-labelledby={shelf.id}>
          <h2 id={shelf.id} lang="de">
            {shelf.name}
          </h2>
          <ul className="cards">
            {shelf.products.map((product) => (
              <ProductCard
                key={product.id}
                product={product}
                onAdded={({ title }) => setAdded(title)}
              />
            ))}
          </ul>
        </section>
      ))}
      <div className="toast" role="status">
        {added !== undefined && (
          <p>
            {t.products.added(added)} <Link to="/cart">{t.cart.title}</Link>
          </p>
        )}
      </div>
    </Page>
  )
}
