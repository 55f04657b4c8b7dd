import { createDataTableFilterHelper } from "@medusajs/ui"
import type { Attention } from "../../../http-types"
import { methods } from "../../i18n/en/methods"
import { order } from "../../i18n/en/order"
import { isNameOf } from "../../lib/is-name-of"
import type { AdminPaymentRow } from "../../../http-types"
import type { Say } from "../../lib/use-words"

const helper = createDataTableFilterHelper<AdminPaymentRow>()

/** What the server can filter by, the most pressing first: a missing code is a type error. */
const SEARCHED = Object.keys({
  orphaned: true,
  disputed: true,
  refund_failed: true,
  mismatch: true,
  amount_differs: true,
  payment_failed: true,
  payment_expired: true,
  transfer_too_high: true,
  authorization_too_high: true,
  paid_twice: true,
  status_unclear: true,
  not_booked: true,
  not_cancelled: true,
  refund_not_booked: true,
  delivery_not_reported: true,
} satisfies Record<Attention, true>)

/** Filters by the server's own names. */
export function filtersOf(say: Say) {
  const states = Object.keys(order.state).filter((name) => isNameOf(order.state, name))
  const names = Object.keys(methods).filter((name) => isNameOf(methods, name))
  const attentions = SEARCHED.filter((name) => isNameOf(order.warning, name))
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
      options: attentions.map((value) => ({ value, label: say(`order.warning.${value}.title`) })),
    }),
    helper.custom({
      ...{ id: "demo", label: say("payments.filters.mode"), type: "radio" },
      options: [
        { value: "true", label: say("payments.filters.testOnly") },
        { value: "false", label: say("payments.filters.liveOnly") },
      ],
    }),
  ]
}
