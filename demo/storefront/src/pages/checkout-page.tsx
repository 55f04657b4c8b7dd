import { useState } from "react"
import { useSearchParams } from "react-router-dom"

import type { Cart } from "../api/types"
import { useCart } from "../cart/cart"
import { AddressForm } from "../checkout/address-form"
import { FreeOrderForm } from "../checkout/free-order-form"
import { PaymentForm } from "../checkout/payment-form"
import { ShippingForm } from "../checkout/shipping-form"
import { Step, type StepState } from "../checkout/step"
import { Summary } from "../checkout/summary"
import { AddressLines } from "../components/address-lines"
import { EmptyCart } from "../components/empty-cart"
import { Notice } from "../components/notice"
import { Page } from "../components/page"
import { useLanguage } from "../language/language"

const STEPS = ["address", "shipping", "payment"] as const

type StepName = (typeof STEPS)[number]

/** The first step that is not done yet. */
function nextStep(cart: Cart): StepName {
  if (!cart.email || !cart.shipping_address?.address_1) return "address"
  return cart.shipping_methods?.length ? "payment" : "shipping"
}

export function CheckoutPage() {
  const { t } = useLanguage()
  const { cart } = useCart()
  if (!cart?.items?.length) return <EmptyCart title={t.checkout.title} />
  return (
    <Page title={t.checkout.title}>
      <PaymentOutcome />
      <div className="columns">
        <Steps cart={cart} />
        <Summary cart={cart} />
      </div>
    </Page>
  )
}

/** What the shopper comes back with from a payment that did not succeed. */
function PaymentOutcome() {
  const { t } = useLanguage()
  const [parameters] = useSearchParams()
  const outcome = parameters.get("payment")
  if (outcome === "failed") return <Notice kind="error">{t.checkout.payment.failed}</Notice>
  if (outcome === "aborted") return <Notice kind="info">{t.checkout.payment.aborted}</Notice>
  return null
}

function Steps({ cart }: { cart: Cart }) {
  const { t } = useLanguage()
  const [edited, setEdited] = useState<StepName>()
  const current = edited ?? nextStep(cart)
  const props = (name: StepName) => ({
    number: STEPS.indexOf(name) + 1,
    title: t.checkout[name].title,
    state: stateOf(name, current, nextStep(cart)),
    onEdit: () => setEdited(name),
  })
  const done = () => setEdited(undefined)
  return (
    <div className="steps">
      <Step {...props("address")} summary={<AddressLines of={cart} />}>
        <AddressForm cart={cart} onDone={done} />
      </Step>
      <Step {...props("shipping")} summary={cart.shipping_methods?.[0]?.name}>
        <ShippingForm cart={cart} onDone={done} />
      </Step>
      <Step {...props("payment")} summary={null}>
        {cart.total > 0 ? <PaymentForm cart={cart} /> : <FreeOrderForm cart={cart} />}
      </Step>
    </div>
  )
}

function stateOf(name: StepName, current: StepName, next: StepName): StepState {
  if (name === current) return "open"
  return STEPS.indexOf(name) < STEPS.indexOf(next) ? "done" : "waiting"
}
