import { readReturn } from "../../../src/storefront"

const SUCCESS = { outcome: "success", payment_session_id: "payses_1", order_id: "order_1" }
const query = "outcome=success&payment_session_id=payses_1&order_id=order_1"

it.each([
  ["the address's search", `?utm=x&${query}`],
  ["URLSearchParams", new URLSearchParams(query)],
  ["Next.js' searchParams", { ...SUCCESS, utm: ["a", "b"] }],
  ["a name that stands there twice", { ...SUCCESS, outcome: ["success", "failed"] }],
])("%s is read", (_, given) => {
  expect(readReturn(given)).toEqual(SUCCESS)
})

it.each(["success", "pending", "not_ordered", "failed", "aborted", "unknown"])(
  "%s is an outcome",
  (outcome) => expect(readReturn({ outcome }).outcome).toBe(outcome),
)

it.each(["", "?outcome=", "?outcome=paid", "?outcome=toString", "?outcome=__proto__"])(
  "%j says nothing: the outcome is unknown",
  (search) => {
    const nothing = { outcome: "unknown", payment_session_id: null, order_id: null }
    expect(readReturn(search)).toEqual(nothing)
  },
)
