import { MedusaError } from "@medusajs/framework/utils"
import {
  causeOf,
  invalidData,
  moneyRequestFailed,
  notAllowed,
} from "../../../../src/mapping/words/errors"
import { settingToCheck, startFailed } from "../../../../src/mapping/request/start-failure"
import { texts } from "../../../../src/mapping/words/texts"
import {
  SecuconnectRejectedError,
  SecuconnectTimeoutError,
  SecuconnectUnauthorizedError,
  SecuconnectUnreachableError,
  SecuconnectUnreadableError,
  type Rejection,
} from "../../../../src/secuconnect"

const operation = "POST /Smart/Transactions"
const known = { operation, retryable: false, outcomeUnknown: false }
const unclear = { operation, retryable: true, outcomeUnknown: true }
const rejected = (rejection: Rejection = {}, facts = known) =>
  new SecuconnectRejectedError("rejected: HTTP 400", { ...facts, rejection })

const details = {
  code: 1003,
  error: "ProductInternalException",
  error_user: "Unbekannter Fehler (Code 1003)",
  error_details: "basket does not sum",
  support_id: "f4c1",
}

const foreign = {
  ...details,
  error_details: "basket_info.currency: the contract does not offer USD",
}

describe("what a shopper reads when the payment did not start", () => {
  type Text = "refused" | "unavailable" | "currency_not_offered"
  const rows: { cause: string; error: unknown; text: Text }[] = [
    { cause: "refused by secuconnect", error: rejected(details), text: "refused" },
    {
      cause: "in a currency that the contract lacks",
      error: rejected(foreign),
      text: "currency_not_offered",
    },
    {
      cause: "failed inside secuconnect over a currency",
      error: rejected(foreign, unclear),
      text: "unavailable",
    },
    { cause: "failed inside secuconnect", error: rejected(details, unclear), text: "unavailable" },
    {
      cause: "timed out",
      error: new SecuconnectTimeoutError("late", unclear),
      text: "unavailable",
    },
    {
      cause: "not connected",
      error: new SecuconnectUnreachableError("gone", known),
      text: "unavailable",
    },
    {
      cause: "answered with garbage",
      error: new SecuconnectUnreadableError("html", unclear),
      text: "unavailable",
    },
    {
      cause: "refused credentials",
      error: new SecuconnectUnauthorizedError("no", known),
      text: "unavailable",
    },
    { cause: "a fault of our own", error: new TypeError("x is undefined"), text: "unavailable" },
    { cause: "thrown as a text", error: "boom", text: "unavailable" },
  ]
  const inBoth = rows.flatMap((row) => [
    { ...row, language: "de" as const },
    { ...row, language: "en" as const },
  ])
  it.each(inBoth)("$cause, in $language: $text", ({ error, text, language }) => {
    const told = startFailed(error, language)
    expect(told).toBeInstanceOf(MedusaError)
    expect(told.message).toBe(texts[language][text])
    expect(told.code).toBe(`secuconnect_${text}`)
  })

  it("is answered with HTTP 422 and tells nothing of the cause", () => {
    const told = startFailed(rejected(details), "de")
    expect(told.type).toBe(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR)
    expect(told.message + JSON.stringify(told)).not.toMatch(/basket|f4c1|1003|Product/)
  })
})

describe("what a merchant reads when money could not be moved", () => {
  it("what failed, why, and the support id", () => {
    const told = moneyRequestFailed("the refund", rejected(details))
    expect(told.message).toBe(
      "secuconnect: the refund failed. basket does not sum (support id f4c1)",
    )
    expect(told.type).toBe(MedusaError.Types.NOT_ALLOWED)
    expect(told.code).toBe("secuconnect_money_request_failed")
  })
})

describe("the cause in one line", () => {
  it.each<[string, unknown, string]>([
    ["a refusal in words", rejected(details), "basket does not sum (support id f4c1)"],
    [
      "a refusal without words",
      rejected({ support_id: "f4c1" }),
      `${operation}: rejected: HTTP 400 (support id f4c1)`,
    ],
    ["a refusal without support id", rejected({ error_details: "no" }), "no"],
    ["no answer in time", new SecuconnectTimeoutError("late", unclear), `${operation}: late`],
    [
      "an error of Medusa's",
      new MedusaError("not_found", "Cart was not found"),
      "Cart was not found",
    ],
    [
      "a fault of our own: only its kind, its text may hold anything",
      new TypeError("Max Mustermann"),
      "TypeError",
    ],
    [
      "a refusal that a workflow handed on",
      { name: "SecuconnectRejectedError", message: "rejected", stack: "", ...details },
      "basket does not sum (support id f4c1)",
    ],
    [
      "an error of Medusa's that a workflow handed on",
      { name: "Error", message: "Cart was not found", stack: "", __isMedusaError: true },
      "Cart was not found",
    ],
    [
      "a fault of our own that a workflow handed on",
      { name: "TypeError", message: "Max Mustermann", stack: "Max Mustermann" },
      "TypeError",
    ],
    ["a text that was thrown", "Max Mustermann", "unknown error"],
    ["nothing", undefined, "unknown error"],
    ["null", null, "unknown error"],
  ])("%s", (_what, error, cause) => {
    expect(causeOf(error)).toBe(cause)
  })
})

describe("the setting to check after a refusal", () => {
  it.each<[string, unknown, string | null]>([
    ["names the contract", rejected({ error_details: "Contract GCR_X not found" }), "contractId"],
    ["names only its id", rejected({ error_details: "unknown GCR_X" }), "contractId"],
    ["names it in the exception", rejected({ error: "ContractNotFoundException" }), "contractId"],
    [
      "names the template",
      rejected({ error_details: "checkout_template is invalid" }),
      "checkoutTemplateId",
    ],
    [
      "names only the template's id",
      rejected({ error_details: "unknown COT_X" }),
      "checkoutTemplateId",
    ],
    ["names test mode", rejected({ error_details: "no demo transaction mode" }), "demo"],
    ["names its field", rejected({ error_details: "is_demo: not allowed" }), "demo"],
    ["names it beside the contract", rejected({ error_details: "contract: no demo" }), "demo"],
    ["names neither", rejected(details), null],
    ["is none: the contract lacks the currency", rejected(foreign), null],
    ["says nothing", rejected(), null],
    ["names it in the German text only", rejected({ error_user: "Vertrag contract" }), null],
    ["is none: no connection", new SecuconnectUnreachableError("contract", known), null],
    ["is none: another error", new Error("contract"), null],
  ])("%s", (_what, error, setting) => {
    expect(settingToCheck(error)).toBe(setting)
  })
})

describe("errors that reach the storefront whole", () => {
  it.each([
    ["notAllowed", notAllowed, MedusaError.Types.NOT_ALLOWED],
    ["invalidData", invalidData, MedusaError.Types.INVALID_DATA],
  ])("%s keeps message and code", (_name, make, type) => {
    const error = make("No payment.", "secuconnect_amount_invalid")
    expect(error).toBeInstanceOf(MedusaError)
    expect(error).toMatchObject({
      type,
      message: "No payment.",
      code: "secuconnect_amount_invalid",
    })
  })
})
