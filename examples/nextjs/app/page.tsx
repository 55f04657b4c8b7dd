import Link from "next/link"

import { listProducts } from "@/lib/shop"

export default async function Home() {
  const products = await listProducts()
  return (
    <>
      <h1>Everything you need to write</h1>
      <ul className="products">
        {products.map(({ id, handle, title, thumbnail }) => (
          <li key={id}>
            <Link href={`/products/${handle}`}>
              {thumbnail && <img src={thumbnail} alt="" />}
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
