import type { Law } from "./law"
import { LAWS_OF_ORDERS } from "./laws-of-orders"
import { LAWS_OF_PAYMENTS } from "./laws-of-payments"

/** Every law of the audit by its code; docs/operations.md lists them. */
export const LAWS = { ...LAWS_OF_PAYMENTS, ...LAWS_OF_ORDERS } as const satisfies Record<
  string,
  Law
>

export type LawCode = keyof typeof LAWS

/** Everything about a law, in one type. */
export function lawOf(code: LawCode): Law {
  return LAWS[code]
}
