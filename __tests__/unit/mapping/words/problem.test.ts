import { MedusaError } from "@medusajs/framework/utils"
import { problemOf } from "../../../../src/mapping/words/problem"
import { SecuconnectRejectedError, SecuconnectTimeoutError } from "../../../../src/secuconnect"

const named = (name: string, message: string, fields: object = {}) =>
  Object.assign(new Error(message), { name, ...fields })

const medusa = (type: keyof typeof MedusaError.Types, message: string, code?: string) =>
  new MedusaError(MedusaError.Types[type], message, code)

const call = { operation: "GET /Smart/Transactions/{id}", outcomeUnknown: false }

describe("what passes by itself is told from what stays", () => {
  it.each<[what: string, error: unknown]>([
    ["a lock in memory", new Error("Timed-out acquiring lock.")],
    ["a lock of a cart", new Error('Failed to acquire lock for key "cart_1"')],
    ["a lock in PostgreSQL", new Error('"cart_1" is already locked.')],
    [
      "no connection left in the pool",
      named("KnexTimeoutError", "Knex: the pool is probably full"),
    ],
    ["a deadlock", named("DeadlockException", "update …", { code: "40P01" })],
    ["a serialization failure", named("DriverException", "update …", { code: "40001" })],
    ["a lock of a row", named("LockWaitTimeoutException", "update …", { code: "55P03" })],
    ["a statement's time limit", named("DriverException", "select …", { code: "57014" })],
    ["a database that shuts down", named("error", "terminating connection", { code: "57P01" })],
    ["a database without places", named("error", "sorry, too many clients", { code: "53300" })],
    ["a broken connection", named("Error", "Connection terminated unexpectedly")],
    ["a refused connection", named("Error", "connect", { code: "ECONNREFUSED" })],
    ["Redis that is away", named("MaxRetriesPerRequestError", "Reached the max retries")],
    ["a conflict of the core's", medusa("CONFLICT", "The cart is being changed")],
    [
      "another payment of the cart that is just being checked",
      medusa("NOT_ALLOWED", "paid already", "checkout_already_paid"),
    ],
    ["a step of the core's that took too long", named("TransactionStepTimeoutError", "")],
    [
      "secuconnect that does not answer",
      new SecuconnectTimeoutError("late", { ...call, retryable: true }),
    ],
  ])("%s passes", (_what, error) => {
    expect(problemOf(error)).toMatchObject({ is_passing: true, reason: "busy" })
    const handedOn: unknown = JSON.parse(
      JSON.stringify({ ...Object(error), ...nameAndMessage(error) }),
    )
    expect(problemOf(handedOn)).toMatchObject({ is_passing: true })
  })

  it.each<[what: string, error: unknown, reason: string | null, step?: string]>([
    ["stock", medusa("NOT_ALLOWED", "Not enough stock available for item iitem_1"), "out_of_stock"],
    ["stock by its code", medusa("NOT_ALLOWED", "No", "insufficient_inventory"), "out_of_stock"],
    [
      "a hook's own words",
      medusa("NOT_ALLOWED", "Only on Tuesdays: timeout of the offer"),
      null,
      "validate",
    ],
    ["a hook without words", new Error("no"), "refused_by_shop", "validate"],
    ["a cart that is not valid", medusa("INVALID_DATA", "No shipping method selected"), null],
    ["a payment session that is gone", medusa("NOT_FOUND", "Payment session was not found"), null],
    ["an error of the code", new TypeError("x is not a function"), null],
    ["something thrown that is no error", "no", null],
    [
      "a clear no of secuconnect's",
      new SecuconnectRejectedError("no", { ...call, retryable: false, rejection: {} }),
      null,
    ],
  ])("%s stays", (...[, error, reason, step]) => {
    expect(problemOf(error, step)).toMatchObject({ is_passing: false, reason })
  })

  it("names the cause of what stays, and nothing personal", () => {
    expect(problemOf(medusa("NOT_ALLOWED", "Only on Tuesdays"), "validate").cause).toBe(
      "Only on Tuesdays",
    )
    expect(problemOf(new Error("Max Mustermann is blocked"), "validate").cause).toBe(
      'the shop\'s own check "validate" refused',
    )
    expect(problemOf(new Error("Timed-out acquiring lock.")).cause).toBe(
      "another process holds a lock",
    )
  })
})

const nameAndMessage = (error: unknown) =>
  error instanceof Error ? { name: error.name, message: error.message } : {}
