import { notFound } from "next/navigation"

import { ActionForm } from "@/components/action-form"
import { addToCart } from "@/lib/cart-actions"
import { money } from "@/lib/locale"
import { listProducts } from "@/lib/shop"

export default async function Product({ params }: { params: Promise<{ handle: string }> }) {
  const { handle } = await params
  const [product] = await listProducts(handle)
  if (!product) notFound()
  return (
    <>
      <h1>{product.title}</h1>
      <p>{product.description}</p>
      <ActionForm action={addToCart} button="Add to cart">
        <label>
          Variant
          <select name="variant_id">
            {product.variants?.map(({ id, title, calculated_price: price }) => (
              <option key={id} value={id}>
                {title} · {money(price?.calculated_amount ?? 0, price?.currency_code ?? "eur")}
              </option>
            ))}
          </select>
        </label>
      </ActionForm>
    </>
  )
}
