import type { LawCode } from "./laws"

/** A law that does not hold. `expected` and `found` are minor units, or counts. */
export interface Breach {
  code: LawCode
  /** Of the checkout; null where it is the whole order's. */
  checkout_id: string | null
  expected: number
  found: number
}

/** Numbers that differ break a law, equal ones do not. */
export function unequal(
  code: LawCode,
  amounts: { expected: number; found: number },
  checkout_id: string | null = null,
): Breach[] {
  return amounts.expected === amounts.found ? [] : [{ code, checkout_id, ...amounts }]
}

/** What must be nothing, and is not. */
export function unless0(code: LawCode, found: number, checkout_id: string | null = null): Breach[] {
  return found === 0 ? [] : [{ code, checkout_id, expected: 0, found }]
}
