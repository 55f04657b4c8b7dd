import type { HttpTypes } from "@medusajs/types"

import { money } from "@/lib/locale"

/** The articles of a cart or an order, and what they cost together. */
export function Lines({ of }: { of: HttpTypes.StoreCart | HttpTypes.StoreOrder }) {
  const { currency_code: currency, shipping_total, total } = of
  return (
    <table>
      <tbody>
        {of.items?.map(({ id, quantity, product_title, total }) => (
          <tr key={id}>
            <td>{quantity} ×</td>
            <td>{product_title}</td>
            <td>{money(total ?? 0, currency)}</td>
          </tr>
        ))}
        <tr>
          <td />
          <td>Shipping</td>
          <td>{money(shipping_total, currency)}</td>
        </tr>
        <tr>
          <td />
          <th scope="row">Total</th>
          <td>{money(total, currency)}</td>
        </tr>
      </tbody>
    </table>
  )
}
