import { MedusaError } from "@medusajs/framework/utils"
import { SecuconnectRejectedError } from "../../secuconnect"
import type { ErrorCode } from "../words/error-codes"
import type { Language } from "../words/language"
import { texts } from "../words/texts"
import { SecuconnectMethodError } from "./method-error"

/**
 * What a shopper reads when secuconnect did not start the payment: polite, translated, HTTP 422.
 * The cause belongs in the log, see `causeOf`.
 */
export function startFailed(error: unknown, language: Language): MedusaError {
  const failure = startFailureOf(error)
  const type = MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR
  const code = `secuconnect_${failure}` as const satisfies ErrorCode
  return new MedusaError(type, texts[language][failure], code)
}

function startFailureOf(error: unknown) {
  if (error instanceof SecuconnectMethodError) return error.code
  if (!(error instanceof SecuconnectRejectedError) || error.retryable) return "unavailable"
  return /\bcurrency\b/.test(technicalText(error)) ? "currency_not_offered" : "refused"
}

/**
 * The setting that secuconnect does not know, when that is why it refused; null otherwise.
 * Codes are not documented for this, so the names in the technical text decide.
 */
export function settingToCheck(error: unknown): string | null {
  if (!(error instanceof SecuconnectRejectedError)) return null
  if (startFailureOf(error) === "currency_not_offered") return null
  const text = technicalText(error)
  if (/\bdemo\b|is_demo/.test(text)) return "demo"
  if (/contract|gcr_/.test(text)) return "contractId"
  if (/template|cot_/.test(text)) return "checkoutTemplateId"
  return null
}

function technicalText({ error, error_details }: SecuconnectRejectedError): string {
  return `${error_details ?? ""} ${error ?? ""}`.toLowerCase()
}
