/*
 * What the types of the storefront kit promise. Nothing here is run: `npm run check:types` compiles it with
 * the sources, the package test with the packed plugin. A `@ts-expect-error` that is not needed is an error.
 */
import {
  createStoreClient,
  FAILURES,
  pay,
  readReturn,
  retrievePayment,
  startPayment,
  type createPaymentLink,
  type listPaymentMethods,
  type retrieveCartState,
  type retrieveOrderPayment,
  type waitForPayment,
  type Failure,
  type FailureCode,
  type Remedy,
  type Result,
  type StorePaymentMethod,
  type StorePaymentSession,
} from "medusa-payment-secuconnect/storefront"

type Equals<One, Other> = [One, Other] extends [Other, One] ? true : false

declare const fetchOfSdk: (path: string) => Promise<unknown>

// A client is made of an SDK or of an address.
export const client = createStoreClient({ baseUrl: "https://api.example", publishableKey: "pk_1" })
createStoreClient({ client: { fetch: fetchOfSdk } }, { locale: "de-DE", timeoutMs: 5_000 })
// @ts-expect-error an address needs its publishable key
createStoreClient({ baseUrl: "https://api.example" })
// @ts-expect-error a time is a number
createStoreClient({ client: { fetch: fetchOfSdk } }, { timeoutMs: "5s" })

// Every answer is a value or a failure, and is looked at before it is used.
type Listed = Awaited<ReturnType<typeof listPaymentMethods>>
export const methodsOf = (listed: Listed): StorePaymentMethod[] =>
  listed.ok ? listed.payment_methods : []
export const unseen: "payment_methods" extends keyof Listed ? false : true = true
export const said = (listed: Listed): string | Failure => (listed.ok ? "" : listed)

// Amounts are the store's matter: a storefront names cart and provider.
void startPayment(client, { cart_id: "cart_1", provider_id: "pp_1", return_url: undefined })
// @ts-expect-error which provider?
void startPayment(client, { cart_id: "cart_1" })
// @ts-expect-error no amount can be sent
void pay(client, { cart_id: "cart_1", provider_id: "pp_1", amount: 1 })
// @ts-expect-error an id is a text
void retrievePayment(client, 1)

// Where to pay is null where the provider has no page.
type Started = Awaited<ReturnType<typeof pay>>
export const started: Equals<Extract<Started, { ok: true }>["checkout_url"], string | null> = true

// Every state and every failure can be told from the others, and none is forgotten.
type States<State extends string> = Record<State, "wait" | "thank" | "try again">
export const states: States<StorePaymentSession["state"]> = {
  open: "wait",
  processing: "wait",
  waiting: "thank",
  paid: "thank",
  not_ordered: "wait",
  failed: "try again",
  aborted: "try again",
}
// @ts-expect-error there is no such state
export const state: StorePaymentSession["state"] = "refunded"
export const remedies: Readonly<Record<FailureCode, Remedy>> = FAILURES
export const known: FailureCode = "secuconnect_too_many_starts"
// @ts-expect-error there is no such code
export const unknown: FailureCode = "secuconnect_bad_weather"

// What passes through a server action is JSON, with nothing in it that gets lost on the way.
type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json }
type IsJson<Value> = Value extends object
  ? Value extends (...given: never[]) => unknown
    ? false
    : Value extends Date | Map<unknown, unknown> | Set<unknown>
      ? false
      : { [Name in keyof Value]: IsJson<Value[Name]> }[keyof Value] extends true
        ? true
        : false
  : Value extends Json
    ? true
    : false
type Answer<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>
export const passesActions: [
  IsJson<Failure>,
  IsJson<Extract<Answer<typeof listPaymentMethods>, { ok: true }>["payment_methods"][number]>,
  IsJson<Extract<Answer<typeof pay>, { ok: true }>>,
  IsJson<StorePaymentSession>,
  IsJson<Extract<Answer<typeof retrieveOrderPayment>, { ok: true }>>,
  IsJson<Extract<Answer<typeof retrieveCartState>, { ok: true }>>,
  IsJson<Extract<Answer<typeof createPaymentLink>, { ok: true }>>,
] = [true, true, true, true, true, true, true]

// What a wait gives is as much a result as a single look.
export const waited: Answer<typeof waitForPayment> extends { ok: boolean } ? true : false = true

// The return is read of anything that a framework calls a query.
void readReturn(new URLSearchParams("outcome=success"))
// @ts-expect-error not of nothing
void readReturn()

export const narrowed = (result: Result<{ order_id: string }>): string =>
  result.ok ? result.order_id : result.message
