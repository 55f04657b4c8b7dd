import type { Address, Contact, SmartTransactionRequest } from "../secuconnect"
import type { Cart, CartAddress } from "./cart"
import { splitStreet } from "./street"
import { limitText } from "./text"

type People = Pick<SmartTransactionRequest, "customer" | "shipping_address">

/** Lengths that are known to be taken; the vendor's own limits are not documented. */
const LIMITS = { name: 50, company: 50, street: 50, city: 50, postal_code: 10 } as const

/**
 * Buyer and shipping address. When name, e-mail or address is incomplete, or the shop wants it so,
 * the buyer is `{}` and the payment page asks.
 */
export function toPeople(cart: Cart | null, mode: "send" | "ask"): People {
  if (!cart || mode === "ask") return { customer: {} }
  const contact = toContact(cart.billing_address ?? cart.shipping_address, cart.email)
  if (!contact) return { customer: {} }
  const receiver = toContact(cart.shipping_address, cart.email)
  const elsewhere = receiver && JSON.stringify(receiver) !== JSON.stringify(contact)
  return {
    customer: { contact },
    ...(elsewhere ? { shipping_address: { contact: receiver } } : {}),
  }
}

function toContact(
  from: CartAddress | null | undefined,
  mail: string | null | undefined,
): Contact | null {
  if (!from) return null
  const address = toAddress(from)
  const person = {
    forename: limitText(from.first_name, LIMITS.name),
    surname: limitText(from.last_name, LIMITS.name),
    email: limitText(mail),
  }
  if (!address || !isComplete(person)) return null
  const companyname = limitText(from.company, LIMITS.company)
  const phone = limitText(from.phone)
  return {
    ...person,
    ...(companyname ? { companyname } : {}),
    ...(phone ? { phone } : {}),
    address,
  }
}

function toAddress(from: CartAddress): Address | null {
  const country = limitText(from.country_code).toUpperCase()
  const { street, street_number } = splitStreet(limitText(from.address_1), country)
  const address = {
    street: limitText(street, LIMITS.street),
    postal_code: limitText(from.postal_code, LIMITS.postal_code),
    city: limitText(from.city, LIMITS.city),
    country,
  }
  if (!isComplete(address)) return null
  const additional_address_data = limitText(from.address_2)
  return {
    ...address,
    ...(street_number ? { street_number } : {}),
    ...(additional_address_data ? { additional_address_data } : {}),
  }
}

function isComplete(fields: Record<string, string>): boolean {
  return Object.values(fields).every((value) => value !== "")
}
