import { createDataTableFilterHelper } from "@medusajs/ui"
import { methods } from "../../i18n/en/methods"
import { order } from "../../i18n/en/order"
import { isNameOf } from "../../lib/is-name-of"
import type { AdminPaymentRow } from "../../../http-types"
import type { Say } from "../../lib/use-words"

const helper = createDataTableFilterHelper<AdminPaymentRow>()

/** What the server's column of this name can hold, and so what can be filtered by. */
const SEARCHED = [
  "orphaned",
  "disputed",
  "refund_failed",
  "mismatch",
  "payment_failed",
  "payment_expired",
  "not_booked",
  "refund_not_booked",
] as const

/** Filters whose ids are what the server calls them. */
export function filtersOf(say: Say) {
  const states = Object.keys(order.state).filter((name) => isNameOf(order.state, name))
  const names = Object.keys(methods).filter((name) => isNameOf(methods, name))
  const many = { type: "multiselect", searchable: false } as const
  return [
    helper.custom({
      ...{ id: "state", label: say("payments.filters.state"), ...many },
      options: states.map((value) => ({ value, label: say(`order.state.${value}`) })),
    }),
    helper.custom({
      ...{ id: "method", label: say("payments.filters.method"), ...many },
      options: names.map((value) => ({ value, label: say(`methods.${value}`) })),
    }),
    helper.custom({
      ...{ id: "attention", label: say("payments.filters.attention"), ...many },
      options: SEARCHED.map((value) => ({ value, label: say(`order.warning.${value}.title`) })),
    }),
    helper.custom({
      ...{ id: "demo", label: say("payments.filters.demo"), type: "radio" },
      options: [
        { value: "true", label: say("payments.filters.demoOnly") },
        { value: "false", label: say("payments.filters.realOnly") },
      ],
    }),
  ]
}
