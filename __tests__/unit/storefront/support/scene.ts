import type { StoreOrderPayment, StorePaymentMethod } from "../../../../src/storefront"

const method = (name: "creditcard" | "prepaid", shown: string): StorePaymentMethod => ({
  provider_id: `pp_secuconnect-${name}_secuconnect`,
  method: name,
  name: shown,
  description: `${shown}, sofort`,
  icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
})

export const METHODS = [method("creditcard", "Kreditkarte"), method("prepaid", "Vorkasse")]

export const TRANSFER = {
  owner: "secupay AG",
  iban: "DE81 8504 0061 1005 5237 59",
  bic: "COBADEFFXXX",
  bank_name: null,
  purpose: "TA 12345678",
  amount: 1044.8,
  currency_code: "eur",
  qr_svg: "<svg xmlns='http://www.w3.org/2000/svg'/>",
}

export const PAYMENT: StoreOrderPayment = {
  order_id: "order_1",
  method: "prepaid",
  state: "waiting",
  text: "Wir warten auf Ihre Überweisung.",
  amount: 1044.8,
  currency_code: "eur",
  is_demo: true,
  transfer_details: TRANSFER,
}
