import { problemOf, type Problem } from "../../mapping/words/problem"

/** Why a workflow that was run with `throwOnError: false` failed; null if it did not. */
export function firstProblem(errors: { action: string; error: unknown }[]): Problem | null {
  const [first] = errors
  return first ? problemOf(first.error, first.action) : null
}
