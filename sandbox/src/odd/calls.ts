import { byNumber, instead, withField, withFields, type Answer, type OddAnswer } from "./odd-answer"

const cancels = /^POST \/(Smart|Payment)\/Transactions\/\w+\/cancel$/
const starts = /^POST \/Smart\/Transactions\/\w+\/start$/
const captures = /^POST \/Payment\/Transactions\/\w+\/capture$/
const ships = /^PUT \/Payment\/Transactions\/\w+\/ShippingInformation$/
const tokens = /^POST \/oauth\/token$/
const methods = /getAvailablePaymentMethods$/
const reads = /^GET \//

/** The work of a reading call is nothing, so it can be refused after it. */
const refusal = (body: object) => (): Answer => ({
  status: 403,
  body: { status: "error", ...body },
})

/** Odd answers to calls that do something, and to those for a token. */
export const oddCalls = {
  cancel_answers_list: { what: "cancel: []", calls: cancels, change: instead([]) },
  cancel_answers_object: { what: "cancel: {}", calls: cancels, change: instead({}) },
  cancel_answers_result: {
    what: "cancel: { result: true }",
    calls: cancels,
    change: instead({ result: true }),
  },
  start_answers_result: {
    what: "start: { result: true }",
    calls: starts,
    change: instead({ result: true }),
  },
  capture_answers_object: { what: "capture: {}", calls: captures, change: instead({}) },
  shipping_result_as_number: {
    what: "ShippingInformation: { result: 1 }",
    calls: ships,
    change: withField("result", Number),
  },
  shipping_answers_list: { what: "ShippingInformation: []", calls: ships, change: instead([]) },
  methods_by_number: {
    what: 'payment methods as {"1": …}',
    calls: methods,
    change: (answer) => ({ ...answer, body: byNumber(answer.body) ?? answer.body }),
  },
  token_lifetime_as_text: {
    what: "`expires_in` as text",
    calls: tokens,
    change: withField("expires_in", String),
  },
  token_lifetime_missing: {
    what: "no `expires_in`",
    calls: tokens,
    change: withFields((body) => ("access_token" in body ? { expires_in: null } : undefined)),
  },
  token_refused_by_words: {
    what: "403 to a read, with code 2004 and words about the token",
    calls: reads,
    change: refusal({ code: 2004, error: "AuthException", error_details: "Access token expired" }),
  },
  token_refused_by_oauth: {
    what: "403 to a read, with OAuth's `invalid_token`",
    calls: reads,
    change: refusal({ error: "invalid_token" }),
  },
} as const satisfies Record<string, OddAnswer>
