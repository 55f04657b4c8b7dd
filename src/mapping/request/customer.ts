import { domainToASCII } from "node:url"
import type { Address, Contact, SmartTransactionRequest } from "../../secuconnect"
import type { Cart, CartAddress } from "./cart"
import { toCompany } from "./company"
import { LIMITS } from "./limits"
import { toPhone } from "./phone"
import { splitStreet, streetOfTwoLines } from "./street"
import { limitText } from "./text"

/** Customer and receiver of a Smart Transaction. */
export type People = Pick<SmartTransactionRequest, "customer" | "shipping_address">

/** Name, company and place: what makes a contact another one. */
type Addressee = Omit<Contact, "email"> & { address: Address }

type Maybe<Value> = Value | null | undefined

/**
 * The customer from the billing address, else from the shipping address; the receiver where it is
 * somebody or somewhere else. When the customer's name, e-mail or address is incomplete (a company
 * without a person too), the customer is `{}` and the payment page asks; a complete receiver is sent
 * all the same. When the shop wants it so, the page asks for all.
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
  const receiver = saysMore(billing) ? toReceiver(billing, shipping) : null
  const email = toEmail(cart.email)
  return {
    customer: customer && email ? { contact: { ...customer, email } } : {},
    ...(receiver ? { shipping_address: { contact: receiver } } : {}),
  }
}

/** @returns null unless the shipping address is complete, and somebody or somewhere else */
function toReceiver(billing: CartAddress, shipping: Maybe<CartAddress>): Addressee | null {
  const customer = toAddressee(billing)
  const receiver = toAddressee(shipping)
  const isOther = customer ? !isSame(customer, receiver) : !isPartOf(billing, shipping)
  return isOther ? receiver : null
}

/** Medusa makes an address with nothing but a country when a cart is given its region. */
function saysMore(from: Maybe<CartAddress>): from is CartAddress {
  return Object.entries(from ?? {}).some(
    ([field, value]) => field !== "country_code" && limitText(value) !== "",
  )
}

/** @returns null unless name and address are complete */
function toAddressee(from: Maybe<CartAddress>): Addressee | null {
  if (!from) return null
  const address = toAddress(from)
  const name = {
    forename: limitText(from.first_name, LIMITS.name),
    surname: limitText(from.last_name, LIMITS.name),
  }
  if (!address || !isComplete(name)) return null
  const companyname = toCompany(from.company)
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
  const { street, street_number, second } = toLines(from, country)
  const address = {
    street: limitText(street, LIMITS.street),
    postal_code: limitText(from.postal_code, LIMITS.postal_code),
    city: limitText(from.city, LIMITS.city),
    country,
  }
  if (!/^[A-Z]{2}$/.test(country) || !isComplete(address)) return null
  return {
    ...address,
    ...(street_number ? { street_number } : {}),
    ...(second ? { additional_address_data: second } : {}),
  }
}

/** Street, number, and what is left of the second line. */
function toLines({ address_1, address_2 }: CartAddress, country: string) {
  const first = limitText(address_1)
  const second = limitText(address_2, LIMITS.additional_address_data)
  const joined = streetOfTwoLines(first, second)
  if (joined) return { ...joined, second: "" }
  const parted = splitStreet(first, country)
  return second ? { ...parted, second } : { ...parted, ...broken(parted.street) }
}

/** A street that is too long goes on in the second line, which is free: its end may be the number. */
function broken(line: string): { street: string; second: string } {
  const at = line.lastIndexOf(" ", LIMITS.street)
  if (line.length <= LIMITS.street || at < 0) return { street: line, second: "" }
  const rest = line.slice(at + 1)
  const fits = rest.length <= LIMITS.additional_address_data
  return fits ? { street: line.slice(0, at), second: rest } : { street: line, second: "" }
}

/**
 * An address that can be plausible at all; whether it exists, only a mail can tell. A domain is written
 * in punycode, as mail servers do; other letters in front of the "@" few of them take.
 */
function toEmail(text: string | null | undefined): string | null {
  const typed = limitText(text, LIMITS.email + 1)
  const { local = "", domain = "" } =
    /^(?<local>[^\s@]+)@(?<domain>[^\s@]+)$/.exec(typed)?.groups ?? {}
  const email = `${local}@${/[^\p{ASCII}]/u.test(domain) ? domainToASCII(domain) : domain}`
  const plausible = email.length <= LIMITS.email && PLAUSIBLE.test(email)
  return plausible ? email : null
}

const PLAUSIBLE = /^[!-?A-~]+(?<![.])@[^\s@]+\.[^\s@.]+$/

function isComplete(fields: Record<string, string>): boolean {
  return Object.values(fields).every((value) => value !== "")
}

/** The same person at the same place is no other receiver because of a phone number or capitals. */
function isSame(one: Addressee, other: Addressee | null): boolean {
  return identityOf(one) === (other && identityOf(other))
}

function identityOf({ forename, surname, companyname, address }: Addressee): string {
  return JSON.stringify([forename, surname, companyname, address]).toLowerCase()
}

/** An address that lacks something is another one only by what it says. */
function isPartOf(lacking: Maybe<CartAddress>, whole: Maybe<CartAddress>): boolean {
  const expected = saidBy(whole)
  return Object.entries(saidBy(lacking)).every(
    ([field, value]) => value === "" || value === expected[field],
  )
}

function saidBy(from: Maybe<CartAddress>): Record<string, string> {
  const country = limitText(from?.country_code).toLowerCase()
  const said = { ...from, company: toCompany(from?.company), country_code: "", phone: "" }
  const fields = Object.entries(said).map(
    ([field, value]) => [field, limitText(value).toLowerCase()] as const,
  )
  return { ...Object.fromEntries(fields), country: /^[a-z]{2}$/.test(country) ? country : "" }
}
