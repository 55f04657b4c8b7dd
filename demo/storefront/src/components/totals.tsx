import { useLanguage } from "../language/language"

/** What carts and orders have in common. Major units, VAT included. */
interface TotalsProps {
  of: {
    currency_code: string
    original_item_total: number
    original_shipping_total: number
    discount_total: number
    tax_total: number
    total: number
  }
  /** Before a way of shipping is chosen there is no price for it. */
  hasShipping: boolean
}

export function Totals({ of: totals, hasShipping }: TotalsProps) {
  const { t, money } = useLanguage()
  const price = (amount: number) => money(amount, totals.currency_code)
  return (
    <dl className="totals">
      <div>
        <dt>{t.totals.items}</dt>
        <dd>{price(totals.original_item_total)}</dd>
      </div>
      {hasShipping && (
        <div>
          <dt>{t.totals.shipping}</dt>
          <dd>{price(totals.original_shipping_total)}</dd>
        </div>
      )}
      {totals.discount_total > 0 && (
        <div className="totals__discount">
          <dt>{t.totals.discount}</dt>
          <dd>−{price(totals.discount_total)}</dd>
        </div>
      )}
      <div className="totals__total">
        <dt>{t.totals.total}</dt>
        <dd>
          {price(totals.total)}
          <small>{t.totals.vat(price(totals.tax_total))}</small>
        </dd>
      </div>
    </dl>
  )
}
