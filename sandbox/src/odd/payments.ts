import {
  byNumber,
  inDigits,
  isFields,
  payment as calls,
  withField,
  withFields,
  type Fields,
  type OddAnswer,
} from "./odd-answer"

const checks = /^GET \/Payment\/Transactions\/\w+\/checkStatus$/

const details = (change: (details: Fields) => Fields | undefined) =>
  withField("details", (value) => {
    return isFields(value) ? { ...value, ...change(value) } : undefined
  })

const without = (item: unknown, name: string): unknown => {
  if (!isFields(item)) return item
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== name))
}

/** Odd forms of a Payment Transaction, and of `checkStatus`. */
export const oddPayments = {
  payment_status_as_word: {
    what: "`details.status_simple` as its name",
    calls,
    change: details(({ status_simple_text }) => ({ status_simple: status_simple_text })),
  },
  payment_status_in_digits: {
    what: "`details.status_simple` as text",
    calls,
    change: details(({ status_simple }) => ({ status_simple: inDigits(status_simple) })),
  },
  payment_status_alone: {
    what: "no `details`, and the name of the simple status as `status`",
    calls,
    change: withFields((body) =>
      isFields(body["details"])
        ? { details: [], status: body["details"]["status_simple_text"] }
        : undefined,
    ),
  },
  payment_status_unheard_of: {
    what: "`details.status_simple` 99",
    calls,
    change: details(() => ({ status_simple: 99 })),
  },
  payment_amount_in_digits: {
    what: "`amount` as text, the currency in small letters",
    calls,
    change: withFields(({ amount, currency }) => ({
      amount: inDigits(amount),
      currency: String(currency).toLowerCase(),
    })),
  },
  payment_without_amount: {
    what: '`amount` null and `currency` "", unless it is a refund',
    calls,
    change: withFields((body) => ("parents" in body ? undefined : { amount: null, currency: "" })),
  },
  payment_own_contract: {
    what: "a contract of the payment's own",
    calls,
    change: withFields(() => ({
      contract: { object: "general.contracts", id: "GCR_OF_THE_METHOD" },
    })),
  },
  payment_flag_as_text: {
    what: '`is_demo` of a payment as "unknown"',
    calls,
    change: withFields(() => ({ is_demo: "unknown" })),
  },
  no_parents_as_object: {
    what: "no `parents` as {}",
    calls,
    change: withFields((body) => ("parents" in body ? undefined : { parents: {} })),
  },
  no_parents_as_text: {
    what: 'no `parents` and `related_transactions` as ""',
    calls,
    change: withFields((body) => ({
      ...("parents" in body ? {} : { parents: "" }),
      ...("related_transactions" in body ? {} : { related_transactions: "" }),
    })),
  },
  parent_without_id: {
    what: "a refund's `parents` without their id",
    calls,
    change: withField("parents", (parents) =>
      Array.isArray(parents) ? parents.map((parent) => without(parent, "id")) : undefined,
    ),
  },
  refunds_without_hierarchy: {
    what: "`related_transactions` without `hierarchy`",
    calls,
    change: withField("related_transactions", (related) =>
      Array.isArray(related) ? related.map((item) => without(item, "hierarchy")) : undefined,
    ),
  },
  refunds_by_number: {
    what: '`related_transactions` as {"1": …}',
    calls,
    change: withField("related_transactions", byNumber),
  },
  trans_id_too_long: {
    what: "a `trans_id` of 5,000 digits",
    calls,
    change: withField("trans_id", () => "7".repeat(5_000)),
  },
  payment_in_list: {
    what: "the payment alone in a list",
    calls,
    change: (answer) => (isFields(answer.body) ? { ...answer, body: [answer.body] } : answer),
  },
  check_in_digits: {
    what: "`amount` and `status_simple` of checkStatus as text",
    calls: checks,
    change: withFields(({ amount, status_simple }) => ({
      amount: inDigits(amount),
      status_simple: inDigits(status_simple),
    })),
  },
  check_in_list: {
    what: "the answer to checkStatus alone in a list",
    calls: checks,
    change: (answer) => (isFields(answer.body) ? { ...answer, body: [answer.body] } : answer),
  },
} as const satisfies Record<string, OddAnswer>
