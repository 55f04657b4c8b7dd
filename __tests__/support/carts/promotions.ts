import type { ArticleName } from "./articles"
import type { Currency, PlaceCode } from "./places"

/** How a promotion works, in the words of Medusa's admin API. */
interface Method {
  type: "fixed" | "percentage"
  target_type: "items" | "order" | "shipping_methods"
  allocation: "each" | "across" | "once"
  value: number
  currency_code?: Currency
  max_quantity?: number
}

export interface Promotion {
  method: Method
  /** Whether `value` is meant with tax. */
  gross: boolean
  /** Given to everybody there, by itself. */
  automatic?: PlaceCode
  /** Buy that many of the first to get so many of the second. */
  deal?: { buy: [number, ArticleName]; get: [number, ArticleName] }
}

type Kind = "items" | "order" | "shipping_methods"

const percent = (target_type: Kind, value: number, more: Partial<Method> = {}): Method => {
  return { type: "percentage", target_type, allocation: "across", value, ...more }
}

const fixed = (target_type: Kind, value: number, more: Partial<Method> = {}): Method => {
  return {
    type: "fixed",
    target_type,
    allocation: "across",
    value,
    currency_code: "eur",
    ...more,
  }
}

/** A promotion in two editions: `…-GROSS` gives its value with tax, `…-NET` without. */
const editions = (code: string, method: Method): Record<string, Promotion> => ({
  [`${code}-GROSS`]: { method, gross: true },
  [`${code}-NET`]: { method, gross: false },
})

const free = (max_quantity: number): Method =>
  percent("items", 100, { allocation: "each", max_quantity })

/** By code. */
export const PROMOTIONS: Record<string, Promotion> = {
  ...editions("EACH-1.50", fixed("items", 1.5, { allocation: "each", max_quantity: 2 })),
  ...editions("ACROSS-7", fixed("items", 7)),
  ...editions("EACH-12.5%", percent("items", 12.5, { allocation: "each", max_quantity: 3 })),
  ...editions("ACROSS-10%", percent("items", 10)),
  ...editions("ONCE-50%", percent("items", 50, { allocation: "once", max_quantity: 1 })),
  ...editions("ORDER-5", fixed("order", 5)),
  ...editions("ORDER-20", fixed("order", 20)),
  ...editions("ORDER-15%", percent("order", 15)),
  ...editions("CHF-ORDER-3", fixed("order", 3, { currency_code: "chf" })),
  ...editions("JPY-ORDER-100", fixed("order", 100, { currency_code: "jpy" })),
  ...editions("KWD-ORDER-0.777", fixed("order", 0.777, { currency_code: "kwd" })),
  ...editions("SHIP-2", fixed("shipping_methods", 2, { allocation: "each", max_quantity: 1 })),
  ...editions("SHIP-50%", percent("shipping_methods", 50)),
  ...editions("SHIP-FREE", percent("shipping_methods", 100)),
  "3-FOR-2": {
    method: free(1),
    gross: true,
    deal: { buy: [2, "mug"], get: [1, "mug"] },
  },
  "SHIRT-BRINGS-NOVEL": {
    method: free(1),
    gross: false,
    deal: { buy: [1, "shirt"], get: [1, "novel"] },
  },
  "AUTO-ORDER": { method: percent("order", 5), gross: true, automatic: "nl" },
  "AUTO-SHIPPING": { method: percent("shipping_methods", 100), gross: true, automatic: "nl" },
}

/**
 * As `POST /admin/promotions` takes it.
 *
 * @param productId of an article
 */
export function promotionBody(
  code: string,
  { method, gross, automatic, deal }: Promotion,
  productId: (article: string) => string,
) {
  const isProduct = (article: ArticleName) => [
    { attribute: "items.product.id", operator: "in", values: [productId(article)] },
  ]
  return {
    code,
    type: deal ? "buyget" : "standard",
    status: "active",
    is_tax_inclusive: gross,
    is_automatic: automatic !== undefined,
    application_method: {
      ...method,
      ...(deal
        ? {
            buy_rules_min_quantity: deal.buy[0],
            buy_rules: isProduct(deal.buy[1]),
            apply_to_quantity: deal.get[0],
            target_rules: isProduct(deal.get[1]),
          }
        : {}),
    },
    ...(automatic
      ? {
          rules: [
            { attribute: "shipping_address.country_code", operator: "eq", values: [automatic] },
          ],
        }
      : {}),
  }
}
