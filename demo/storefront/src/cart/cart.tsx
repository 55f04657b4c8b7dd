import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react"

import { createCart, fetchCart } from "../api/cart"
import type { Cart } from "../api/types"

const STORAGE_KEY = "papier-und-tinte.cart"

interface CartContext {
  /** `undefined` until something has been put into it. */
  cart: Cart | undefined
  isLoading: boolean
  /** Does something with the cart, made if there is none, and keeps what comes back. */
  change: (action: (cartId: string) => Promise<Cart>) => Promise<void>
  /** The order has been placed: the next cart is a new one. */
  forget: () => void
}

const Context = createContext<CartContext | undefined>(undefined)

/** A cart that has become an order, or that the store no longer knows, is as good as none. */
async function restoreCart(): Promise<Cart | undefined> {
  const id = localStorage.getItem(STORAGE_KEY)
  if (id === null) return undefined
  const cart = await fetchCart(id).catch(() => undefined)
  if (cart && !("completed_at" in cart && cart.completed_at)) return cart
  localStorage.removeItem(STORAGE_KEY)
  return undefined
}

export function CartProvider({ children }: { children: ReactNode }) {
  const [cart, setCart] = useState<Cart>()
  const [isLoading, setLoading] = useState(true)

  useEffect(() => {
    const restore = () =>
      void restoreCart()
        .then(setCart)
        .finally(() => setLoading(false))
    // A page that the browser brings back from its memory, after a visit to secupay, is out of date.
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) restore()
    }
    restore()
    window.addEventListener("pageshow", onPageShow)
    return () => window.removeEventListener("pageshow", onPageShow)
  }, [])

  const value = useMemo(
    (): CartContext => ({
      cart,
      isLoading,
      change: async (action) => {
        const { id } = cart ?? (await createCart())
        localStorage.setItem(STORAGE_KEY, id)
        try {
          setCart(await action(id))
        } catch (error) {
          setCart(await restoreCart())
          throw error
        }
      },
      forget: () => {
        localStorage.removeItem(STORAGE_KEY)
        setCart(undefined)
      },
    }),
    [cart, isLoading],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useCart(): CartContext {
  const value = useContext(Context)
  if (!value) throw new Error("useCart needs a CartProvider around it.")
  return value
}
