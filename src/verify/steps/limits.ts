import type { Contact, SmartTransactionRequest } from "../../secuconnect"
import type { Play } from "../play"
import { ARTICLE, CUSTOMER, ordinaryRequest, SHIPPING } from "../sample-requests"
import { CREATE } from "./create"

interface Limit {
  field: string
  /** Characters that the plugin keeps to. */
  length: number
  with: (text: string, ordinary: SmartTransactionRequest) => object
}

const inContact = (field: keyof Contact, length: number): Limit => ({
  field: `customer ${field}`,
  length,
  with: (text) => ({ customer: { contact: { ...CUSTOMER, [field]: text } } }),
})

const inAddress = (field: string, length: number): Limit => ({
  field: `address ${field}`,
  length,
  with: (text) => ({
    customer: { contact: { ...CUSTOMER, address: { ...CUSTOMER.address, [field]: text } } },
  }),
})

/** Lengths that no page of the vendor's names: those that the plugin cuts at. */
const LIMITS: readonly Limit[] = [
  inContact("forename", 50),
  inContact("surname", 50),
  inContact("companyname", 50),
  inContact("salutation", 10),
  inContact("title", 20),
  inAddress("street", 50),
  inAddress("street_number", 20),
  inAddress("additional_address_data", 100),
  inAddress("postal_code", 10),
  inAddress("city", 50),
  { field: "merchantRef", length: 140, with: (text) => ({ merchantRef: text }) },
  { field: "transactionRef", length: 140, with: (text) => ({ transactionRef: text }) },
  {
    field: "an article's name",
    length: 255,
    with: (desc) => ({ basket: { products: [{ ...ARTICLE, desc }, SHIPPING] } }),
  },
  {
    field: "the card statement's text",
    length: 22,
    with: (merchant_name) => ({
      payment_context: { auto_capture: true, dynamic_descriptor: { merchant_name } },
    }),
  },
  {
    field: "a return address",
    length: 2_000,
    with: (text, { application_context }) => ({
      application_context: {
        ...application_context,
        return_urls: {
          ...application_context.return_urls,
          url_success: `https://shop.example.com/?${text}`.slice(0, text.length),
        },
      },
    }),
  },
]

/** Every text as long as the plugin lets it be, and one character longer. */
export async function playLimits({ access, call }: Play): Promise<void> {
  const ordinary = ordinaryRequest(access)
  for (const { field, length, with: change } of LIMITS) {
    for (const [name, size] of [
      ["as long", length],
      ["longer", length + 1],
    ] as const) {
      const body = { ...ordinary, ...change("x".repeat(size), ordinary) }
      const step = `limits: ${field} ${name} ${name === "longer" ? "than" : "as"} ${length}`
      await call(step, { ...CREATE, body, readAs: "smart_transaction" })
    }
  }
}
