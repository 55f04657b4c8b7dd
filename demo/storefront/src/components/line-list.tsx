import { useLanguage } from "../language/language"

interface LineListProps {
  /** The items of a cart or of an order. */
  items: {
    id: string
    title: string
    thumbnail?: string | null
    quantity: number
    unit_price: number
    original_total?: number
  }[]
  currency: string
}

export function LineList({ items, currency }: LineListProps) {
  const { money } = useLanguage()
  return (
    <ul className="lines lines--plain">
      {items.map((item) => (
        <li key={item.id}>
          <img src={item.thumbnail ?? ""} alt="" width="60" height="48" />
          <span>
            {item.quantity} × <span lang="de">{item.title}</span>
          </span>
          <span>{money(item.original_total ?? item.unit_price * item.quantity, currency)}</span>
        </li>
      ))}
    </ul>
  )
}
