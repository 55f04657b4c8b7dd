import type { HttpTypes } from "@medusajs/types"
import { listPaymentMethods } from "medusa-payment-secuconnect/storefront"
import { PaymentForm } from "medusa-payment-secuconnect/storefront/react"
import { redirect } from "next/navigation"

import { ActionForm } from "@/components/action-form"
import { Lines } from "@/components/lines"
import { orderOfCart, retrieveCart } from "@/lib/cart"
import { chooseShipping, saveAddress } from "@/lib/cart-actions"
import { LOCALE, money } from "@/lib/locale"
import { startPayment } from "@/lib/payment-actions"
import { sdk, store } from "@/lib/shop"

const FIELDS = [
  { name: "first_name", label: "First name" },
  { name: "last_name", label: "Last name" },
  { name: "address_1", label: "Street address" },
  { name: "postal_code", label: "Postal code" },
  { name: "city", label: "City" },
] as const

interface CheckoutProps {
  searchParams: Promise<{ payment?: string }>
}

export default async function Checkout({ searchParams }: CheckoutProps) {
  const cart = await retrieveCart()
  if (!cart?.items?.length) {
    const order = await orderOfCart()
    redirect(order === null ? "/cart" : `/orders/${order}`)
  }
  const { payment } = await searchParams
  const hasShipping = Boolean(cart.shipping_methods?.length)
  return (
    <>
      <h1>Checkout</h1>
      <Lines of={cart} />
      <Address cart={cart} />
      {cart.shipping_address && <Shipping cart={cart} />}
      {hasShipping && <Payment cartId={cart.id} outcome={payment} />}
    </>
  )
}

function Address({ cart }: { cart: HttpTypes.StoreCart }) {
  const { email, region, shipping_address: address } = cart
  return (
    <>
      <h2>Address</h2>
      <ActionForm action={saveAddress} button="Save address">
        <label>
          E-mail <input name="email" type="email" required defaultValue={email ?? ""} />
        </label>
        {FIELDS.map(({ name, label }) => (
          <label key={name}>
            {label} <input name={name} required defaultValue={address?.[name] ?? ""} />
          </label>
        ))}
        <label>
          Country
          <select name="country_code" defaultValue={address?.country_code ?? "de"}>
            {region?.countries?.map(({ iso_2, display_name }) => (
              <option key={iso_2} value={iso_2}>
                {display_name}
              </option>
            ))}
          </select>
        </label>
      </ActionForm>
    </>
  )
}

async function Shipping({ cart }: { cart: HttpTypes.StoreCart }) {
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
  const chosen = cart.shipping_methods?.[0]?.shipping_option_id
  return (
    <>
      <h2>Shipping</h2>
      <ActionForm action={chooseShipping} button="Choose shipping">
        {shipping_options.map(({ id, name, amount }) => (
          <label key={id}>
            <input
              type="radio"
              name="option_id"
              value={id}
              required
              defaultChecked={id === chosen}
            />
            {name} · {money(amount, cart.currency_code)}
          </label>
        ))}
      </ActionForm>
    </>
  )
}

async function Payment({ cartId, outcome }: { cartId: string; outcome: string | undefined }) {
  const found = await listPaymentMethods(store, { cart_id: cartId })
  return (
    <>
      <h2>Payment</h2>
      {found.ok ? (
        <PaymentForm
          methods={found.payment_methods}
          pay={startPayment}
          orderUrl="/orders/{order_id}"
          outcome={outcome}
          locale={LOCALE}
        />
      ) : (
        <p role="alert">{found.message}</p>
      )}
    </>
  )
}
