import type { Cart } from "../../src/mapping/request/cart"
import { toPaymentRequest } from "../../src/mapping/request/payment-request"
import { percentile, timed, type Series } from "./stats"

const SETTINGS = {
  contractId: "GCR_X",
  checkoutTemplateId: "COT_X",
  demo: true,
  capture: "automatic",
  basket: "full",
  customer: "send",
  lockCustomerData: false,
  shop: {
    shop_system: "Medusa",
    shop_system_version: "2",
    shop_domain: "shop.example.com",
    plugin_vendor: "bench",
    plugin_version: "1",
  },
} as const

const NOWHERE = { success: "", error: "", abort: "", push: "" }

/** Articles with names, two tax rates, a promotion on every second one. */
function cartOf(lines: number): Cart {
  return {
    id: "cart_1",
    email: "max@example.org",
    locale: null,
    currency_code: "eur",
    items: Array.from({ length: lines }, (_, index) => ({
      id: `item_${index}`,
      title: `Article ${index}`,
      product_title: `Product number ${index}`,
      variant_title: "Blue",
      variant_sku: `SKU-${index}`,
      variant_barcode: "4006381333931",
      quantity: (index % 5) + 1,
      unit_price: `${(index % 90) + 1}.99`,
      is_tax_inclusive: true,
      tax_lines: [{ rate: index % 3 ? 19 : 7 }],
      adjustments: index % 2 ? [] : [{ code: "SUMMER", amount: "0.1234", is_tax_inclusive: true }],
    })),
    shipping_methods: [],
    credit_lines: [],
    billing_address: null,
    shipping_address: null,
  }
}

/** Milliseconds at p50 to make the request for a cart of so many lines, digest included. */
export async function timeMapping(lines: number, rounds: number): Promise<number> {
  const cart = cartOf(lines)
  const source = { cart, automatic_codes: [], order_number: null }
  const payment = {
    amount: 100,
    currency_code: "eur",
    language: "de" as const,
    reference: "REF",
    source,
    urls: NOWHERE,
  }
  // One line with the right sum is not what is to be measured: the amount must fit the lines.
  const { fallback } = toPaymentRequest(payment, SETTINGS)
  const fitting = { ...payment, amount: fallback?.sum ?? payment.amount }
  const series: Series = { name: `${lines} lines`, samples: [] }
  for (let round = 0; round < rounds; round++) {
    await timed(series, () => Promise.resolve(toPaymentRequest(fitting, SETTINGS)))
  }
  return percentile(series.samples, 0.5)
}
