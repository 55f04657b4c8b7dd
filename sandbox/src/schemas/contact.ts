import { z } from "zod"

const text = (max: number) => z.string().trim().min(1).max(max)

const address = z.strictObject({
  street: text(50),
  street_number: text(20).optional(),
  additional_address_data: text(100).optional(),
  postal_code: text(10),
  city: text(50),
  country: z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code such as DE"),
})

const person = {
  forename: text(50),
  surname: text(50),
  companyname: text(50).optional(),
  salutation: text(10).optional(),
  title: text(20).optional(),
  phone: text(50).optional(),
  mobile: text(50).optional(),
  fax: text(50).optional(),
  /** Answers show the date with a time; an update may send that back. */
  dob: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  gender: text(20).optional(),
  birthplace: text(50).optional(),
  nationality: text(50).optional(),
  url_website: text(2000).optional(),
}

const buyer = z.strictObject({ ...person, email: z.email(), address: address.optional() })

const recipient = z.strictObject({ ...person, email: z.email().optional(), address })

const storedCustomer = {
  object: z.literal("payment.customers").optional(),
  id: z.string().startsWith("PCU_").optional(),
}

/**
 * `{}` makes the hosted page ask the buyer. An inline contact needs name and e-mail address; an id
 * stands for a customer of `/Payment/Customers`.
 */
export const customerSchema = z.strictObject({ ...storedCustomer, contact: buyer.optional() })

/** Body of `POST /Payment/Customers` and of the update. */
export const paymentCustomerSchema = z.strictObject({ contact: buyer })

export const shippingAddressSchema = z.strictObject({ ...storedCustomer, contact: recipient })

export const contactSchema = buyer

export type Contact = z.infer<typeof buyer>

/** Somebody whom goods go to: like a buyer, and the e-mail address may be missing. */
export type Recipient = z.infer<typeof recipient>
