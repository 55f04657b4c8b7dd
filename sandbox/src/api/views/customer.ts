import type { Contact, Recipient } from "../../schemas/contact"
import type { CustomerRecord } from "../../state/records"
import { merchantReference } from "./merchant"

/**
 * A contact as answers show it: telephone numbers without what separates them, the date of birth
 * with a time.
 * @see https://developer.secuconnect.com/integration/Create_a_Payment_Customer.html
 */
export function contactView(contact: Contact | Recipient) {
  const { phone, mobile, fax, dob, ...rest } = contact
  return {
    ...rest,
    ...(phone === undefined ? {} : { phone: dialled(phone) }),
    ...(mobile === undefined ? {} : { mobile: dialled(mobile) }),
    ...(fax === undefined ? {} : { fax: dialled(fax) }),
    ...(dob === undefined ? {} : { dob: dob.includes("T") ? dob : `${dob}T00:00:00+00:00` }),
  }
}

/** A Payment Customer. */
export function customerView({ contractId }: { contractId: string }, record: CustomerRecord) {
  return {
    object: "payment.customers",
    id: record.id,
    merchant: merchantReference,
    contract: { object: "general.contracts", id: contractId },
    contact: contactView(record.contact),
    created: record.created,
    updated: record.updated,
  }
}

const dialled = (number: string): string => number.replace(/[^\d+]/g, "")
