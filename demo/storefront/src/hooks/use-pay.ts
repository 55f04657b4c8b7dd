import { useEffect, useState } from "react"
import { useNavigate } from "react-router-dom"

import { placeOrder, startPayment } from "../api/payment"
import type { Cart } from "../api/types"
import { useCart } from "../cart/cart"
import { useLanguage } from "../language/language"
import { useAction } from "./use-action"

/** Pays a cart: on the provider's own page where it has one, else by placing the order at once. */
export function usePay(cart: Cart) {
  const { language } = useLanguage()
  const { forget } = useCart()
  const navigate = useNavigate()
  const { run, isBusy, error } = useAction()
  const [isLeaving, setLeaving] = useState(false)

  useEffect(() => {
    // The browser's "back" may bring this page back as it was left: let the shopper pay again.
    const onPageShow = () => setLeaving(false)
    window.addEventListener("pageshow", onPageShow)
    return () => window.removeEventListener("pageshow", onPageShow)
  }, [])

  const finish = async () => {
    const orderId = await placeOrder(cart.id)
    await navigate(`/order/${orderId}`)
    forget()
  }
  const pay = (providerId: string) =>
    run(async () => {
      const checkoutUrl = await startPayment(cart, providerId, language)
      if (checkoutUrl === undefined) return finish()
      setLeaving(true)
      window.location.assign(checkoutUrl)
    })
  return { pay, payNothing: () => run(finish), isBusy: isBusy || isLeaving, error }
}
