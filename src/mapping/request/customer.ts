import type { Address, Contact, SmartTransactionRequest } from "../../secuconnect"
import type { Cart, CartAddress } from "./cart"
import { LIMITS } from "./limits"
import { toPhone } from "./phone"
import { splitStreet } from "./street"
import { limitText } from "./text"

/** Customer and receiver of a Smart Transaction. */
export type People = Pick<SmartTransactionRequest, "customer" | "shipping_address">

/** Name, company and place: what makes a contact another one. */
type Addressee = Omit<Contact, "email"> & { address: Address }

/**
 * The customer from the billing address, else from the shipping address; the receiver where it is
 * somebody or somewhere else. When the customer's name, e-mail or address is incomplete, or the shop
 * wants it so, the customer is `{}` and the payment page asks.
 *
 * Mobile number and date of birth have no place in Medusa; the payment page asks where it needs
 * them. The cart's customer record is never read: Medusa links the record of a registered customer
 * to the cart of anybody who types that customer's e-mail address, and name and address would be
 * shown to a stranger.
 *
 * @see `findOrCreateCustomerStep` of @medusajs/core-flows
 */
export function toPeople(cart: Cart | null, mode: "send" | "ask"): People {
  if (!cart || mode === "ask") return { customer: {} }
  const { billing_address: billing, shipping_address: shipping } = cart
  const customer = toAddressee(saysMore(billing) ? billing : shipping)
  const email = toEmail(cart.email)
  if (!customer || !email) return { customer: {} }
  const receiver = toAddressee(shipping)
  return {
    customer: { contact: { ...customer, email } },
    ...(receiver && differ(receiver, customer) ? { shipping_address: { contact: receiver } } : {}),
  }
}

/** Medusa makes an address with nothing but a country when a cart is given its region. */
function saysMore(from: CartAddress | null | undefined): from is CartAddress {
  return Object.entries(from ?? {}).some(
    ([field, value]) => field !== "country_code" && limitText(value) !== "",
  )
}

/** @returns null unless name and address are complete */
function toAddressee(from: CartAddress | null | undefined): Addressee | null {
  if (!from) return null
  const address = toAddress(from)
  const name = {
    forename: limitText(from.first_name, LIMITS.name),
    surname: limitText(from.last_name, LIMITS.name),
  }
  if (!address || !isComplete(name)) return null
  const companyname = limitText(from.company, LIMITS.company)
  const phone = toPhone(limitText(from.phone), address.country)
  return {
    ...name,
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
  if (!/^[A-Z]{2}$/.test(country) || !isComplete(address)) return null
  const limit = LIMITS.additional_address_data
  const additional_address_data = limitText(from.address_2, limit)
  return {
    ...address,
    ...(street_number ? { street_number } : {}),
    ...(additional_address_data ? { additional_address_data } : {}),
  }
}

/** An address that can be plausible at all; whether it exists, only a mail can tell. */
function toEmail(text: string | null | undefined): string | null {
  const email = limitText(text, LIMITS.email + 1)
  const plausible = email.length <= LIMITS.email && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)
  return plausible ? email : null
}

function isComplete(fields: Record<string, string>): boolean {
  return Object.values(fields).every((value) => value !== "")
}

/** The same person at the same place is no other receiver because of a phone number or capitals. */
function differ(one: Addressee, other: Addressee): boolean {
  return identityOf(one) !== identityOf(other)
}

function identityOf({ forename, surname, companyname, address }: Addressee): string {
  return JSON.stringify([forename, surname, companyname, address]).toLowerCase()
}
