import { SecuconnectError } from "../../../../src/secuconnect"

/** The error that a call fails with; fails the test when it does not. */
export async function failureOf(call: Promise<unknown>): Promise<SecuconnectError> {
  const outcome = await call.then(
    () => new Error("the call was expected to fail"),
    (error: unknown) => error,
  )
  if (outcome instanceof SecuconnectError) return outcome
  throw outcome
}
