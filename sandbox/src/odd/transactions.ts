import {
  byNumber,
  inDigits,
  isFields,
  transaction as calls,
  withField,
  withFields,
  type OddAnswer,
} from "./odd-answer"

const isFilled = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0
const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0
const seconds = (value: unknown) =>
  typeof value === "string" ? Math.floor(Date.parse(value) / 1_000) : undefined

const spellings: Record<string, string> = {
  prepaid: "Prepay",
  creditcard: "Creditcard",
  easycredit: "easyCredit",
  paypal: "PayPal",
}

/** Odd forms of a Smart Transaction. */
export const oddTransactions = {
  flag_as_number: {
    what: "`is_demo` as 1 or 0",
    calls,
    change: withField("is_demo", Number),
  },
  flag_as_text: {
    what: '`is_demo` as "1" or "0"',
    calls,
    change: withField("is_demo", (flag) => String(Number(flag))),
  },
  flag_unreadable: {
    what: '`is_demo` as "maybe"',
    calls,
    change: withField("is_demo", () => "maybe"),
  },
  contract_as_text: {
    what: "`contract` as its id",
    calls,
    change: withField("contract", (contract) => (isFields(contract) ? contract["id"] : undefined)),
  },
  contract_missing: {
    what: "`contract` as an empty list",
    calls,
    change: withField("contract", () => []),
  },
  contract_unreadable: {
    what: "`contract` without its id",
    calls,
    change: withField("contract", () => ({ object: "general.contracts", name: "Webshop" })),
  },
  no_payments_as_object: {
    what: "no `transactions` as {}",
    calls,
    change: withField("transactions", (list) => (isEmpty(list) ? {} : undefined)),
  },
  no_payments_as_text: {
    what: 'no `transactions` as ""',
    calls,
    change: withField("transactions", (list) => (isEmpty(list) ? "" : undefined)),
  },
  no_payments_as_null: {
    what: "no `transactions` as null",
    calls,
    change: withField("transactions", (list) => (isEmpty(list) ? null : undefined)),
  },
  payments_by_number: {
    what: '`transactions` as {"1": …}',
    calls,
    change: withField("transactions", byNumber),
  },
  payment_without_list: {
    what: "the only one of `transactions` without its list",
    calls,
    change: withField("transactions", (list) =>
      isFilled(list) && list.length === 1 ? list[0] : undefined,
    ),
  },
  payments_as_ids: {
    what: "`transactions` as ids",
    calls,
    change: withField("transactions", (list) =>
      isFilled(list) ? list.map((item) => (isFields(item) ? item["id"] : item)) : undefined,
    ),
  },
  payments_without_kind: {
    what: "`transactions` without `object`",
    calls,
    change: withField("transactions", (list) =>
      isFilled(list)
        ? list.map((item) => ({ ...(isFields(item) ? item : {}), object: "" }))
        : undefined,
    ),
  },
  times_in_seconds: {
    what: "`created` and `updated` in seconds since 1970",
    calls,
    change: withFields(({ created, updated }) => ({
      created: seconds(created),
      ...(updated === undefined ? {} : { updated: seconds(updated) }),
    })),
  },
  method_spelled_otherwise: {
    what: "`payment_method` as Prepay, Creditcard, easyCredit, PayPal",
    calls,
    change: withField("payment_method", (method) => spellings[String(method)]),
  },
  links_spelled_otherwise: {
    what: "`payment_links` under the same names",
    calls,
    change: withField("payment_links", (links) =>
      isFields(links)
        ? Object.fromEntries(
            Object.entries(links).map(([name, url]) => [spellings[name] ?? name, url]),
          )
        : undefined,
    ),
  },
  links_general_only: {
    what: "`payment_links` with `general` alone",
    calls,
    change: withField("payment_links", (links) =>
      isFields(links) ? { general: links["general"] } : undefined,
    ),
  },
  instructions_as_text: {
    what: 'no `payment_instructions` as ""',
    calls,
    change: withFields((body) =>
      "payment_instructions" in body ? undefined : { payment_instructions: "" },
    ),
  },
  bic_too_long: {
    what: "a BIC of 5,000 characters",
    calls,
    change: withField("payment_instructions", (account) =>
      isFields(account) && "bic" in account ? { ...account, bic: "X".repeat(5_000) } : undefined,
    ),
  },
  purpose_in_lines: {
    what: "direction marks in the IBAN, and a line break behind the purpose",
    calls,
    change: withField("payment_instructions", (account) =>
      isFields(account) && typeof account["iban"] === "string"
        ? {
            ...account,
            iban: `\u200e${account["iban"]}\u202c`,
            purpose: `${String(account["purpose"])}\nEUR1.00`,
          }
        : undefined,
    ),
  },
  status_in_capitals: {
    what: "`status` in capitals",
    calls,
    change: withField("status", (status) => String(status).toUpperCase()),
  },
  status_aborted: {
    what: "`status` aborted, where it is failed",
    calls,
    change: withField("status", (status) => (status === "failed" ? "aborted" : undefined)),
  },
  status_expired: {
    what: "`status` expired, where it is cancelled",
    calls,
    change: withField("status", (status) => (status === "cancelled" ? "expired" : undefined)),
  },
  status_unheard_of: {
    what: "`status` in_clarification",
    calls,
    change: withField("status", () => "in_clarification"),
  },
  sum_in_digits: {
    what: "`basket_info.sum` as text, its currency in small letters",
    calls,
    change: withField("basket_info", (info) =>
      isFields(info)
        ? { sum: inDigits(info["sum"]), currency: String(info["currency"]).toLowerCase() }
        : undefined,
    ),
  },
  basket_info_as_list: {
    what: "`basket_info` as an empty list",
    calls,
    change: withField("basket_info", () => []),
  },
  transaction_in_list: {
    what: "the Smart Transaction alone in a list",
    calls,
    change: (answer) => (isFields(answer.body) ? { ...answer, body: [answer.body] } : answer),
  },
  too_deep: {
    what: "a field that is nested 100 levels deep",
    calls,
    change: withFields(() => ({ meta: nested(100) })),
  },
} as const satisfies Record<string, OddAnswer>

function nested(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>((inner) => [inner], [])
}
