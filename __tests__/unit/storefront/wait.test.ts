import {
  createStoreClient,
  type Look,
  pollPayment,
  type StorePaymentSession,
  waitForPayment,
} from "../../../src/storefront"
import { fakeStore } from "./support/store"

const session = (more: Partial<StorePaymentSession> = {}): StorePaymentSession => ({
  id: "payses_1",
  state: "processing",
  code: "payment_processing",
  text: "Wird geprüft.",
  order_id: null,
  ...more,
})

type Found = StorePaymentSession | "refused" | "not_found" | "throws"

/** Looks that find this, one after the other, the last again and again. */
function looks(...found: [Found, ...Found[]]) {
  let count = 0
  const look: Look = () => {
    const now = found[Math.min(count++, found.length - 1)] ?? found[0]
    if (now === "throws") return Promise.reject(new Error("An error occurred"))
    return Promise.resolve(
      typeof now === "string"
        ? { ok: false, code: now, message: "", status: 400 }
        : { ok: true, payment_session: now },
    )
  }
  return { look, count: () => count }
}

const SOON = { everyMs: 1, times: 4 }

it.each([
  ["an order", session({ state: "paid", order_id: "order_1" })],
  ["an order that waits", session({ state: "waiting", order_id: "order_1" })],
  ["a payment that failed", session({ state: "failed" })],
  ["a payment that was aborted", session({ state: "aborted" })],
])("ends with %s, and tells of every look", async (_, last) => {
  const { look, count } = looks(session({ state: "open" }), session(), last)
  const told: string[] = []
  const onLook = ({ state }: StorePaymentSession) => told.push(state)
  const end = await pollPayment(look, { ...SOON, onLook })
  expect(end).toEqual({ ok: true, payment_session: last, is_decided: true })
  expect(count()).toBe(3)
  expect(told).toEqual(["open", "processing", last.state])
})

it("gives up after so many looks, with what it knows", async () => {
  const { look, count } = looks(session(), "refused", session({ state: "not_ordered" }), "throws")
  const end = await pollPayment(look, SOON)
  const known = session({ state: "not_ordered" })
  expect(end).toEqual({ ok: true, payment_session: known, is_decided: false })
  expect(count()).toBe(4)
})

it("tells the failure when no look was answered", async () => {
  expect(await pollPayment(looks("refused").look, SOON)).toMatchObject({ code: "refused" })
  expect(await pollPayment(looks("throws").look, SOON)).toMatchObject({ code: "no_answer" })
})

it("ends at once where the store knows no such session", async () => {
  const { look, count } = looks("not_found")
  expect(await pollPayment(look, SOON)).toMatchObject({ code: "not_found" })
  expect(count()).toBe(1)
})

it("ends when it is told to, also in the middle of a pause", async () => {
  const { look, count } = looks(session())
  const aborter = new AbortController()
  const end = pollPayment(look, { everyMs: 3_600_000, times: 9, signal: aborter.signal })
  setTimeout(() => aborter.abort(), 5)
  expect(await end).toMatchObject({ ok: true, is_decided: false })
  expect(count()).toBe(1)
})

it("asks the store", async () => {
  let count = 0
  const store = await fakeStore({
    "GET /store/secuconnect/payment-sessions/payses_1": () => ({
      body: { payment_session: session(++count > 1 ? { order_id: "order_1" } : {}) },
    }),
  })
  const client = createStoreClient({ baseUrl: store.url, publishableKey: "pk" })
  expect(await waitForPayment(client, "payses_1", SOON)).toMatchObject({
    payment_session: { order_id: "order_1" },
    is_decided: true,
  })
  await store.close()
})
