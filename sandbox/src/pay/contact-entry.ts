import { z } from "zod"
import { contactFields, type ContactEntry } from "./contact-page"
import type { Visit } from "./visit"

const name = z.string().trim().min(1).max(50)

const contactSchema = z.object({ forename: name, surname: name, email: z.email() })

const sentSchema = z.object({
  forename: z.string().default(""),
  surname: z.string().default(""),
  email: z.string().default(""),
})

/** Takes over the buyer's name and e-mail address, or returns what has to be asked again. */
export function enterContact({ sandbox, record }: Visit, body: unknown): ContactEntry | null {
  const sent = sentSchema.safeParse(body).data ?? { forename: "", surname: "", email: "" }
  const contact = contactSchema.safeParse(sent)
  if (!contact.success) {
    const wrong = contact.error.issues.map((issue) => issue.path[0])
    return { values: sent, wrong: contactFields.filter((field) => wrong.includes(field)) }
  }
  record.request.customer.contact = contact.data
  sandbox.state.touch(record)
  return null
}
