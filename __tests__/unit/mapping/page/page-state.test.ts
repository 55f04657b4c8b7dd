import {
  isPayable,
  PAGE_STATES,
  pageState,
  type PageFacts,
} from "../../../../src/mapping/page/page-state"
import type { SessionFinding } from "../../../../src/mapping/views/outcome"

const FACTS: PageFacts = {
  order: { canceled: false, is_draft: false, open: 3190 },
  refunded: null,
  is_ended: false,
  has_choices: true,
  returned: null,
  claim: null,
  is_checked: false,
  is_waiting: false,
}

const back = (state: SessionFinding["state"], claim: PageFacts["claim"] = "success") =>
  ({ returned: { state, code: "payment_open" }, claim }) as const
const order = (change: Partial<PageFacts["order"]>) => ({ order: { ...FACTS.order, ...change } })

const STATES: [string, Partial<PageFacts>, string][] = [
  ["money is open: it can be paid", {}, "open"],
  ["nothing is open: it is paid", order({ open: 0 }), "paid"],
  ["all of it was given back", { ...order({ open: 0 }), refunded: "all" }, "refunded"],
  ["a part of it was given back", { ...order({ open: 0 }), refunded: "part" }, "paid"],
  ["given back, and to be paid anew", { refunded: "all" }, "open"],
  ["given back and cancelled", { ...order({ canceled: true }), refunded: "all" }, "cancelled"],
  ["more was paid than it costs: it is paid", order({ open: -100 }), "paid"],
  ["nobody knows what is open: nobody pays", order({ open: null }), "closed"],
  ["a draft may still change", order({ is_draft: true }), "closed"],
  ["a cancelled order costs nothing", order({ canceled: true }), "cancelled"],
  [
    "a cancelled order, also by a link that has ended",
    { ...order({ canceled: true }), is_ended: true },
    "cancelled",
  ],
  ["no method is left for it", { has_choices: false }, "closed"],
  [
    "no method is left, but a transfer is waited for",
    { has_choices: false, is_waiting: true },
    "waiting",
  ],
  ["a transfer is waited for", { is_waiting: true }, "waiting"],
  [
    "a transfer is waited for beside a payment that is checked",
    { is_waiting: true, is_checked: true },
    "checked",
  ],
  ["the link was replaced", { is_ended: true }, "ended"],
  [
    "the link was replaced, the transfer's account is nobody's business",
    { is_ended: true, is_waiting: true },
    "ended",
  ],
  ["the link was replaced after it was paid", { is_ended: true, ...order({ open: 0 }) }, "paid"],
  [
    "the link was replaced while the customer paid",
    { is_ended: true, ...back("processing") },
    "checked",
  ],
  ["back with a payment that is checked", back("processing"), "checked"],
  [
    "back with money that the order does not want any more",
    { ...back("processing"), ...order({ open: 0 }) },
    "checked",
  ],
  [
    "back with money for an order that was cancelled",
    { ...back("processing"), ...order({ canceled: true }) },
    "checked",
  ],
  ["back with a payment that is in, before its order knows", back("open", "success"), "checked"],
  ["back, declined", back("failed", "error"), "failed"],
  [
    "back, declined, and a transfer is still waited for",
    { ...back("failed", "error"), is_waiting: true },
    "failed",
  ],
  ["back, cancelled by the shop", back("aborted", "success"), "failed"],
  ["back with an error that secuconnect does not know yet", back("open", "error"), "failed"],
  ["back, left without paying", back("open", "abort"), "left"],
  ["back with a transfer to make", { ...back("waiting"), is_waiting: true }, "waiting"],
  ["back, paid, and the order costs more by now", back("paid"), "open"],
]

describe("the payment page of an order", () => {
  it.each(STATES)("%s", (_what, facts, state) => {
    expect(pageState({ ...FACTS, ...facts })).toBe(state)
  })

  it("lets pay in no state in which somebody may have paid, or need not", () => {
    expect(PAGE_STATES.filter(isPayable)).toEqual(["open", "failed", "left", "waiting"])
  })
})
