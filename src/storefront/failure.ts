import type { StoreErrorCode } from "../http-types"
import type { StoreLocale } from "./locale"

/** Why a call did not do what it was called for. */
export type FailureCode =
  | StoreErrorCode
  /** The store knows no such cart, session or order. */
  | "not_found"
  /** The store refused without a code: an error of Medusa's own, or one that the SDK has cut short. */
  | "refused"
  /** No answer came: offline, the wrong address, a missing CORS origin, or it took too long. */
  | "no_answer"
  /** An answer came, and it was not what the route answers. */
  | "unreadable_answer"

/** A failure as a value: it passes through server actions, which mask what is thrown. */
export interface Failure {
  ok: false
  /** To branch on, see `FAILURES`. */
  code: FailureCode
  /** For the shopper. */
  message: string
  /** Of HTTP; null where no answer came. */
  status: number | null
}

/** What every function of this kit answers: it throws nothing. */
export type Result<Value extends object> = ({ ok: true } & Value) | Failure

/** What a storefront does about a failure. */
export type Remedy =
  /** Show the message; the same click may work in a moment. */
  | "try_again"
  /** Start a new payment: show the total anew first. */
  | "start_anew"
  /** Let the shopper choose another way to pay. */
  | "choose_another_method"
  /** Let the shopper complete name, e-mail and address, or choose another way to pay. */
  | "complete_address"
  /** Back to the cart. */
  | "change_cart"
  /** Say that the payment is being checked; do not let the shopper pay again. */
  | "wait"
  /** The order is there: forget the cart, and show the order (`retrieveCartState` names it). */
  | "show_order"
  /** For the shop's developer: the message in the store's log says what to set. */
  | "fix_setup"

/** The codes of failures, each with what a storefront does about it. */
export const FAILURES: Readonly<Record<FailureCode, Remedy>> = {
  secuconnect_unavailable: "try_again",
  secuconnect_refused: "choose_another_method",
  secuconnect_currency_not_offered: "choose_another_method",
  secuconnect_method_not_offered: "choose_another_method",
  secuconnect_method_currency: "choose_another_method",
  secuconnect_method_amount: "choose_another_method",
  secuconnect_method_company: "choose_another_method",
  secuconnect_method_address: "complete_address",
  secuconnect_method_articles: "choose_another_method",
  secuconnect_amount_invalid: "change_cart",
  secuconnect_nothing_to_pay: "show_order",
  secuconnect_too_many_links: "try_again",
  secuconnect_too_many_starts: "try_again",
  secuconnect_return_url_not_allowed: "fix_setup",
  secuconnect_not_configured: "fix_setup",
  checkout_session_gone: "start_anew",
  checkout_failed: "start_anew",
  checkout_amount_changed: "start_anew",
  checkout_out_of_stock: "change_cart",
  checkout_cart_empty: "change_cart",
  checkout_already_paid: "wait",
  checkout_already_completed: "show_order",
  not_found: "start_anew",
  refused: "try_again",
  no_answer: "try_again",
  unreadable_answer: "try_again",
}

const TEXTS = {
  de: {
    not_found: "Das gibt es nicht mehr. Bitte laden Sie die Seite neu.",
    refused: "Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.",
    no_answer: "Der Shop ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
    unreadable_answer: "Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.",
  },
  en: {
    not_found: "This does not exist any more. Please reload the page.",
    refused: "That did not work. Please try again in a moment.",
    no_answer: "The shop cannot be reached at the moment. Please try again in a moment.",
    unreadable_answer: "That did not work. Please try again in a moment.",
  },
} as const

type OwnCode = keyof (typeof TEXTS)["en"]

/** A failure that the store has given no sentence for. */
export function failure(code: OwnCode, locale: StoreLocale, status: number | null = null): Failure {
  return { ok: false, code, message: TEXTS[locale][code], status }
}

/** A failure that the store has answered. */
export function failureOf(
  { status, body }: { status: number; body: unknown },
  locale: StoreLocale,
): Failure {
  const own = failure(status === 404 ? "not_found" : "refused", locale, status)
  if (typeof body !== "object" || body === null) return own
  const code = "code" in body && isKnown(body.code) ? body.code : own.code
  const message = "message" in body && body.message
  return { ...own, code, message: typeof message === "string" ? message : own.message }
}

function isKnown(code: unknown): code is FailureCode {
  return typeof code === "string" && Object.hasOwn(FAILURES, code)
}
