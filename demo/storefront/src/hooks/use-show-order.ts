import { useNavigate } from "react-router-dom"

import { useCart } from "../cart/cart"

/** Shows an order that has just been placed: the next cart is a new one. */
export function useShowOrder() {
  const { forget } = useCart()
  const navigate = useNavigate()
  return async (orderId: string) => {
    await navigate(`/order/${orderId}`, { replace: true })
    forget()
  }
}
