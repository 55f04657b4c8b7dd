import { causeOf } from "../../mapping/words/errors"

/** Why a workflow that was run with `throwOnError: false` failed, in one line; null if it did not. */
export function firstCause(errors: { error: unknown }[]): string | null {
  const [first] = errors
  return first ? causeOf(first.error) : null
}
