import Link from "next/link"

import { ActionForm } from "@/components/action-form"
import { Lines } from "@/components/lines"
import { orderOfCart, retrieveCart } from "@/lib/cart"
import { removeFromCart } from "@/lib/cart-actions"

export default async function Cart() {
  const cart = await retrieveCart()
  return (
    <>
      <h1>Cart</h1>
      {cart?.items?.length ? (
        <>
          <Lines of={cart} />
          {cart.items.map(({ id, product_title }) => (
            <ActionForm key={id} action={removeFromCart} button={`Remove ${product_title ?? ""}`}>
              <input type="hidden" name="item_id" value={id} />
            </ActionForm>
          ))}
          <Link href="/checkout">Go to checkout</Link>
        </>
      ) : (
        <Empty orderId={await orderOfCart()} />
      )}
    </>
  )
}

function Empty({ orderId }: { orderId: string | null }) {
  return (
    <>
      <p>Your cart is empty.</p>
      {orderId !== null && <Link href={`/orders/${orderId}`}>Your last order</Link>}
    </>
  )
}
