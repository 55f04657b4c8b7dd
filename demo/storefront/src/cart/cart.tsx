import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react"

import { createCart, fetchCart } from "../api/cart"
import type { Cart } from "../api/types"
import { store, stored } from "../storage"

const STORAGE_KEY = "papier-und-tinte.cart"

interface CartContext {
  /** `undefined` until something has been put into it. */
  cart: Cart | undefined
  isLoading: boolean
  /** The cart of this browser, also one that has become an order in another tab. */
  lastId: () => string | null
  /** Does something with the cart, made if there is none, and keeps what comes back. */
  change: (action: (cartId: string) => Promise<Cart>) => Promise<void>
  /** The order has been placed: the next cart is a new one. */
  forget: () => void
}

const Context = createContext<CartContext | undefined>(undefined)

/** When the page was opened: what the return page asks about is not forgotten before it has asked. */
const idAtStart = stored(STORAGE_KEY)

/** A cart that has become an order, or that the store no longer knows, is as good as none. */
async function restoreCart(): Promise<Cart | undefined> {
  const id = stored(STORAGE_KEY)
  if (id === null) return undefined
  const cart = await fetchCart(id).catch(() => undefined)
  if (cart && !("completed_at" in cart && cart.completed_at)) return cart
  store(STORAGE_KEY, null)
  return undefined
}

export function CartProvider({ children }: { children: ReactNode }) {
  const [cart, setCart] = useState<Cart>()
  const [isLoading, setLoading] = useState(true)
  // One change after the other: two quick clicks on two articles make one cart.
  const last = useRef<Promise<unknown>>(Promise.resolve())

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

  const value = useMemo((): CartContext => {
    const doNow = async (action: (cartId: string) => Promise<Cart>) => {
      const id = stored(STORAGE_KEY) ?? (await createCart()).id
      store(STORAGE_KEY, id)
      try {
        setCart(await action(id))
      } catch (error) {
        setCart(await restoreCart())
        throw error
      }
    }
    return {
      cart,
      isLoading,
      lastId: () => stored(STORAGE_KEY) ?? idAtStart,
      change: (action) => {
        const change = last.current.then(() => doNow(action))
        last.current = change.catch(() => undefined)
        return change
      },
      forget: () => {
        store(STORAGE_KEY, null)
        setCart(undefined)
      },
    }
  }, [cart, isLoading])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useCart(): CartContext {
  const value = useContext(Context)
  if (!value) throw new Error("useCart needs a CartProvider around it.")
  return value
}
