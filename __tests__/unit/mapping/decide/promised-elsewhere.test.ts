import { isPromisedElsewhere } from "../../../../src/mapping/decide/promised-elsewhere"

const OTHER = { provider_id: "pp_stripe_stripe", payment: null }
const OURS = { ...OTHER, provider_id: "pp_secuconnect-creditcard_secuconnect" }
const MANUAL = { ...OTHER, provider_id: "pp_system_default" }
const payment = { id: "pay_1" }

it.each([
  ["waits for money", { ...OTHER, status: "pending_authorization" }, true],
  ["has authorized some that Medusa has no payment of", { ...OTHER, status: "authorized" }, true],
  ["has captured some that Medusa has no payment of", { ...OTHER, status: "captured" }, true],
  ["has a payment, which counts by itself", { ...OTHER, status: "authorized", payment }, false],
  ["is open", { ...OTHER, status: "pending" }, false],
  ["needs another step", { ...OTHER, status: "requires_more" }, false],
  ["has failed", { ...OTHER, status: "error" }, false],
  ["was cancelled", { ...OTHER, status: "canceled" }, false],
  ["is ours", { ...OURS, status: "pending_authorization" }, false],
  ["is Medusa's manual one", { ...MANUAL, status: "authorized", payment }, false],
  ["is Medusa's manual one, without a payment", { ...MANUAL, status: "authorized" }, false],
])("a session whose provider %s", (_what, session, isPromised) => {
  expect(isPromisedElsewhere(session)).toBe(isPromised)
})
