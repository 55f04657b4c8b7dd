import { isPlacedOn, type SessionOfCart } from "../../../../src/mapping/decide/placed-on"

const OURS = { provider_id: "pp_secuconnect_secuconnect" }
const CARD = { provider_id: "pp_secuconnect-creditcard_secuconnect" }
const MANUAL = { provider_id: "pp_system_default" }
const STRIPE = { provider_id: "pp_stripe_stripe" }

const PAYMENTS = [{ id: "pay_1" }]

const session = (
  status: string,
  payment_sessions: { provider_id: string }[],
  payments: { id: string }[] = [],
): SessionOfCart => ({ status, payment_collection: { payment_sessions, payments } })

it.each<[what: string, session: SessionOfCart | null, isPlaced: boolean]>([
  ["is gone: the shopper has begun anew", null, false],
  ["waits for its money", session("pending_authorization", [OURS]), true],
  ["waits, another provider's beside it", session("pending_authorization", [OURS, STRIPE]), true],
  ["is alone, and its server died", session("pending", [OURS]), true],
  ["is one of two of ours", session("pending", [OURS, CARD]), true],
  ["is beside another provider's", session("pending", [STRIPE, OURS]), false],
  ["is beside that of Medusa's manual one", session("pending", [MANUAL, OURS]), false],
  ["is beside a payment", session("pending", [MANUAL, OURS], PAYMENTS), false],
  ["is beside a payment whose session is gone", session("pending", [OURS], PAYMENTS), false],
  ["waits, and was paid otherwise", session("pending_authorization", [OURS], PAYMENTS), false],
])("an order that came first, and a session that %s", (_what, of, isPlaced) => {
  expect(isPlacedOn(of)).toBe(isPlaced)
})
