import { changeQuantity } from "../api/cart"
import type { CartItem } from "../api/types"
import { useCart } from "../cart/cart"
import { useAction } from "../hooks/use-action"
import { useLanguage } from "../language/language"
import { Notice } from "./notice"

interface CartLineProps {
  item: CartItem
  currency: string
}

export function CartLine({ item, currency }: CartLineProps) {
  const { t, money } = useLanguage()
  const { change } = useCart()
  const { run, isBusy, error } = useAction()
  const set = (quantity: number) =>
    run(() => change((cartId) => changeQuantity(cartId, item.id, quantity)))
  const { title, quantity } = item
  return (
    <li className="line">
      <img src={item.thumbnail ?? ""} alt="" width="80" height="64" />
      <div className="line__title">
        <strong lang="de">{title}</strong>
        <small>
          {t.cart.each} {money(item.unit_price, currency)}
        </small>
      </div>
      <div className="line__quantity" role="group" aria-label={t.cart.quantity(title)}>
        <button
          type="button"
          aria-label={t.cart.less(title)}
          disabled={isBusy || quantity === 1}
          onClick={() => set(quantity - 1)}
        >
          −
        </button>
        <output>{quantity}</output>
        <button
          type="button"
          aria-label={t.cart.more(title)}
          disabled={isBusy}
          onClick={() => set(quantity + 1)}
        >
          +
        </button>
      </div>
      <div className="line__price">
        {money(item.original_total ?? item.unit_price * quantity, currency)}
        <button
          className="link"
          type="button"
          aria-label={t.cart.removeNamed(title)}
          disabled={isBusy}
          onClick={() => set(0)}
        >
          {t.cart.remove}
        </button>
      </div>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
    </li>
  )
}
