import { z } from "zod"
import { declineAttempt, finishCheckout, giveUp, isPayable } from "../machine/checkout"
import { paymentMethods, type PaymentMethod } from "../machine/payment-methods"
import { WrongState } from "../machine/wrong-state"
import type { Html } from "../page/html"
import { enterContact } from "./contact-entry"
import { contactPage } from "./contact-page"
import type { Visit } from "./visit"

const formSchema = z.discriminatedUnion("action", [
  z.looseObject({
    action: z.enum(["pay", "pending", "decline"]),
    method: z.enum(paymentMethods),
  }),
  z.looseObject({ action: z.literal("leave") }),
  z.looseObject({ action: z.literal("contact") }),
])

/** Where the shopper goes next: to an address, or to a page that asks again. */
export type Next = { redirect: string; page?: never } | { page: Html }

/** Does what a button of the hosted page stands for. */
export function act(visit: Visit, body: unknown): Next {
  const again = { redirect: `/pay${visit.pageUrl(visit.language)}` }
  const form = formSchema.safeParse(body)
  if (!form.success || !isPayable(visit.record)) return again
  if (form.data.action === "contact") {
    const entry = enterContact(visit, body)
    return entry ? { page: contactPage(visit, entry) } : again
  }
  if (form.data.action === "leave") return { redirect: leave(visit) ?? again.redirect }
  return choose(visit, form.data) ? { redirect: doneUrl(visit) } : again
}

const doneUrl = ({ pageUrl, language }: Visit): string => `/pay/done${pageUrl(language)}`

/** Leaving after a declined attempt is a failure; before, nothing has happened. */
function leave({ sandbox, record, urls }: Visit): string | null {
  if (sandbox.state.paymentsOf(record.id).length === 0) return urls.abort
  giveUp(sandbox, record)
  return urls.error
}

/** Whether the checkout is finished. */
function choose(
  { sandbox, record }: Visit,
  { action, method }: { action: "pay" | "pending" | "decline"; method: PaymentMethod },
): boolean {
  try {
    if (action === "decline") declineAttempt(sandbox, record, method)
    else finishCheckout(sandbox, record, { method, outcome: action })
    return action !== "decline"
  } catch (error) {
    if (error instanceof WrongState) return false
    throw error
  }
}
