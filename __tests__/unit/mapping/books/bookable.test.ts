import {
  creditLineOf,
  obstacleToCancellation,
  obstacleToCapture,
  obstacleToRefund,
  type OrderForBooking,
} from "../../../../src/mapping/books/bookable"

const order = (fields: Partial<OrderForBooking> = {}): OrderForBooking => ({
  id: "order_1",
  canceled: false,
  is_draft: false,
  pending_difference: 0,
  open_change: null,
  ...fields,
})

describe("the credit line that the core writes with a refund", () => {
  it.each([
    { amount: 10, pending: 0, line: "10" },
    { amount: 10, pending: 5, line: "10" },
    { amount: 10, pending: -10, line: "0" },
    { amount: 10, pending: -12, line: "0" },
    { amount: 10, pending: -4, line: "6" },
    { amount: "14.125057142857", pending: "-14.125057142857", line: "0" },
    { amount: "14.125057142858", pending: "-14.125057142857", line: "0.000000000001" },
  ])("of $amount when $pending is still to be paid: $line", ({ amount, pending, line }) => {
    expect(creditLineOf(amount, pending).toFixed()).toBe(line)
  })
})

describe("a refund", () => {
  it.each([
    { what: "an order as it was", given: {}, obstacle: null },
    { what: "an order that owes nothing, an edit is open", given: { open_change: "edit" } },
    {
      what: "an order that still costs something, a claim is open",
      given: { open_change: "claim", pending_difference: 20 },
    },
    {
      what: "an order that owes less, a return is open",
      given: { open_change: "return_request", pending_difference: -9.99 },
    },
    {
      what: "an order that owes as much, a return is open",
      given: { open_change: "return_request", pending_difference: -10 },
      obstacle: null,
    },
    { what: "a cancelled order", given: { canceled: true } },
    {
      what: "a cancelled order that owes as much",
      given: { canceled: true, pending_difference: -10 },
      obstacle: null,
    },
    {
      what: "an order whose sums nobody knows, an exchange is open",
      given: { pending_difference: null, open_change: "exchange" },
    },
  ])("of 10.00 on $what", ({ given, obstacle = "something" }) => {
    const found = obstacleToRefund(order(given), 10)
    expect(found === null).toBe(obstacle === null)
  })

  it.each([
    ["edit", "An edit of this order is open"],
    ["return_request", "A return of this order is open"],
    ["return_receive", "The receipt of a return of this order is open"],
    ["exchange", "An exchange of this order is open"],
    ["claim", "A claim of this order is open"],
    ["transfer", "A request to transfer this order to another customer is open"],
    ["credit_line", "A credit line of this order is open"],
    ["a type of a later Medusa", "A change of this order is open"],
    ["", "A change of this order is open"],
  ])("names what is open: %s", (open_change, said) => {
    expect(obstacleToRefund(order({ open_change }), 10)).toContain(said)
  })

  it("says what to do", () => {
    const said = obstacleToRefund(order({ open_change: "transfer" }), 10)
    expect(said).toContain(
      "Cancel the request, or let it be accepted in the order, then refund again",
    )
  })
})

it.each([
  { what: "an order", given: {}, may: true },
  { what: "an order, an edit is open", given: { open_change: "edit" }, may: false },
  {
    what: "an order that owes all, a return is open",
    given: { open_change: "return_request", pending_difference: -99 },
    may: false,
  },
  {
    what: "a draft whose edit cancels its authorization",
    given: { open_change: "edit", is_draft: true },
    may: true,
  },
  {
    what: "an order that is cancelled already",
    given: { open_change: "transfer", canceled: true },
    may: true,
  },
])("a cancellation of $what: allowed is $may", ({ given, may }) => {
  expect(obstacleToCancellation(order(given)) === null).toBe(may)
})

it.each([
  { what: "an order", given: {}, may: true },
  { what: "an order, a claim is open", given: { open_change: "claim" }, may: true },
  { what: "a cancelled order", given: { canceled: true }, may: false },
])("a capture for $what: allowed is $may", ({ given, may }) => {
  expect(obstacleToCapture(order(given)) === null).toBe(may)
})
