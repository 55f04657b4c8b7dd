import { cartSchema, type Cart } from "../../../../../../src/mapping/request/cart"

/** The guide's example buyer, as Medusa keeps an address. */
export const MAX = {
  first_name: "Max",
  last_name: "Mustermann",
  company: null,
  address_1: "Musterstr. 11",
  address_2: "App. 302",
  postal_code: "09123",
  city: "Musterstadt",
  country_code: "de",
  phone: "+49 555 5555555",
}

/** A cart as the mapping gets it: read through the real schema, whatever the fields hold. */
export function aCart(fields: object = {}): Cart {
  return cartSchema.parse({
    id: "cart_1",
    email: "max@example.org",
    currency_code: "eur",
    billing_address: MAX,
    shipping_address: MAX,
    ...fields,
  })
}
