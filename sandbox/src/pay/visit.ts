import type { Request } from "express"
import { methods } from "../machine/methods"
import { paymentMethods, type PaymentMethod } from "../machine/payment-methods"
import { returnUrls, type ReturnUrls } from "../machine/return-urls"
import type { Sandbox } from "../sandbox"
import type { SmartTransaction } from "../state/records"
import { texts, type Language, type Texts } from "./texts"

/** A shopper who looks at the hosted page of one transaction. */
export interface Visit {
  sandbox: Sandbox
  record: SmartTransaction
  language: Language
  t: Texts
  urls: ReturnUrls
  /** The method that a direct link opens; null on the general link. */
  direct: PaymentMethod | null
  /** This page in a language, relative, for links and forms. */
  pageUrl: (language: Language) => string
}

/** Reads a payment link; undefined when there is no such transaction. */
export function readVisit(sandbox: Sandbox, request: Request): Visit | undefined {
  const query = queryOf(request)
  const record = sandbox.state.smartTransactions.get(query.get("stx") ?? "")
  if (!record) return undefined
  const language = languageOf(query) ?? record.request.application_context.language ?? "de"
  return {
    sandbox,
    record,
    language,
    t: texts[language],
    urls: returnUrls(record),
    direct: directMethod(query),
    pageUrl: (wanted) => {
      const changed = new URLSearchParams(query)
      changed.set("lang", wanted)
      return `?${changed.toString()}`
    },
  }
}

/** The language asked for by the page's own switch. */
export function languageOf(query: URLSearchParams): Language | undefined {
  const wanted = query.get("lang")
  return wanted === "de" || wanted === "en" ? wanted : undefined
}

export function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, "http://sandbox").searchParams
}

function directMethod(query: URLSearchParams): PaymentMethod | null {
  const wanted = ["payment-method", "initPaymentMethod"]
    .map((name) => `${name}=${query.get(name) ?? ""}`)
    .map((link) => paymentMethods.find((method) => methods[method].link === link))
  return wanted.find((method) => method !== undefined) ?? null
}
