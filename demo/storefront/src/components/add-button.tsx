import { addItem } from "../api/cart"
import type { Product } from "../api/types"
import { useCart } from "../cart/cart"
import { useAction } from "../hooks/use-action"
import { useLanguage } from "../language/language"
import { Notice } from "./notice"

interface AddButtonProps {
  title: string
  variant: NonNullable<Product["variants"]>[number]
  onAdded: () => void
}

export function AddButton({ title, variant, onAdded }: AddButtonProps) {
  const { t } = useLanguage()
  const { change } = useCart()
  const { run, isBusy, error } = useAction()
  const isSoldOut = variant.inventory_quantity === 0

  const add = () =>
    run(async () => {
      await change((cartId) => addItem(cartId, variant.id))
      onAdded()
    })
  return (
    <>
      <button
        className="button"
        type="button"
        disabled={isBusy || isSoldOut}
        aria-label={isSoldOut ? `${title}: ${t.products.soldOut}` : t.products.addNamed(title)}
        onClick={add}
      >
        {isSoldOut ? t.products.soldOut : t.products.add}
      </button>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
    </>
  )
}
