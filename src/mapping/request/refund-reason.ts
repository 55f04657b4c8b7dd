import type { Language } from "../words/language"
import { LIMITS } from "./limits"
import { toBankText } from "./bank-text"

/** What a merchant gave as the reason of a refund in Medusa. */
export interface RefundWords {
  /** Name of the refund reason that was chosen. */
  label?: string | null | undefined
  note?: string | null | undefined
}

/**
 * The reason of a refund as secuconnect takes it: what the merchant chose and typed, nothing more,
 * because a customer reads it on the bank statement.
 *
 * @returns undefined when nothing is left: secuconnect refuses an empty reason
 * @see https://developer.secuconnect.com/integration/Cancel_or_Refund_a_Payment.html
 */
export function toRefundReason(
  { label, note }: RefundWords,
  language: Language,
): string | undefined {
  const write = (text: string) => toBankText(text, LIMITS.reason, language)
  const words = [label, note].map((text) => write(text ?? ""))
  const reason = write(words.filter(Boolean).join(": "))
  return reason || undefined
}
