/** @see https://developer.secuconnect.com/integration/Create_the_Smart_Transaction_for_Webshops.html */
export interface Address {
  street: string
  street_number?: string
  additional_address_data?: string
  postal_code: string
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

export interface Contact {
  forename: string
  surname: string
  companyname?: string
  /** Needed for the buyer, not for a shipping address. */
  email?: string
  salutation?: string
  title?: string
  phone?: string
  mobile?: string
  /** `YYYY-MM-DD`. */
  dob?: string
  address?: Address
}

export interface BasketProduct {
  /** Unique in the basket. */
  id: number
  item_type?: "article" | "shipping" | "coupon"
  desc: string
  articleNumber?: string
  /** Leave it out when there is none; never send it empty. */
  ean?: string
  quantity: number
  /** Gross unit price in minor units; positive for coupons too, which are subtracted. */
  priceOne: number
  /** Tax rate in whole percent. */
  tax: number
  reference_id?: string
}

export interface ReturnUrls {
  url_success: string
  url_error: string
  url_abort: string
  /** Called by the vendor's server when a payment changes. */
  url_push: string
}

/** How a shop makes itself known to the vendor. */
export interface ShopDetails {
  shop_system: string
  shop_system_version: string
  shop_domain: string
  plugin_vendor: string
  plugin_version: string
}

export interface ApplicationContext {
  checkout_template?: string
  /** `de` or `en`. */
  language?: string
  return_urls: ReturnUrls
  /** Locked data cannot be changed by the buyer. */
  locks?: { customer?: boolean; shipping_address?: boolean }
  shop_details?: ShopDetails
}

export interface PaymentContext {
  /** Capture right after the authorization. */
  auto_capture: boolean
  /** Restricts the checkout to these; all contracted ones where it is absent. */
  payment_methods?: readonly string[]
  /** Text on the card statement: name up to 22, city up to 13 characters. */
  dynamic_descriptor?: { merchant_name: string; merchant_city?: string }
}

/** What a shop may send to create a Smart Transaction. */
export interface SmartTransactionRequest {
  /** Demo transactions are not executed. */
  is_demo: boolean
  intent: "sale"
  contract: { id: string }
  /** `{}` makes the checkout ask the buyer. */
  customer: { contact?: Contact }
  shipping_address?: { contact: Contact }
  basket?: { products: readonly BasketProduct[] }
  /** `sum` in minor units; must equal the total of the basket if there is one. */
  basket_info: { sum: number; currency: string }
  /** The merchant's reference, shown in secuOffice. */
  merchantRef?: string
  /** Purpose on the bank statement. */
  transactionRef?: string
  application_context: ApplicationContext
  payment_context: PaymentContext
}
