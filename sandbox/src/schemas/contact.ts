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
  dob: z.iso.date().optional(),
  gender: text(20).optional(),
  birthplace: text(50).optional(),
  nationality: text(50).optional(),
  url_website: text(2000).optional(),
}

const buyer = z.strictObject({ ...person, email: z.email(), address: address.optional() })

const recipient = z.strictObject({ ...person, email: z.email().optional(), address })

/** `{}` makes the hosted page ask the buyer. An inline contact needs name and e-mail address. */
export const customerSchema = z.strictObject({ contact: buyer.optional() })

export const shippingAddressSchema = z.strictObject({ contact: recipient })

export type Contact = z.infer<typeof buyer>
