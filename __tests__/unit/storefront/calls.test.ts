import {
  completeCart,
  createPaymentLink,
  createStoreClient,
  listPaymentMethods,
  pay,
  type Result,
  retrieveCartState,
  retrieveCheckoutUrl,
  retrieveOrderPayment,
  retrievePayment,
  startPayment,
  type StoreClient,
} from "../../../src/storefront"
import { type Answer, fakeStore } from "./support/store"

type Answers = Parameters<typeof fakeStore>[0]

/** Calls a store that answers this, in German; gives what came back and what was asked. */
async function ask<Value>(answers: Answers, call: (client: StoreClient) => Promise<Value>) {
  const store = await fakeStore(answers)
  try {
    const address = { baseUrl: store.url, publishableKey: "pk" }
    const result = await call(createStoreClient(address, { locale: "de" }))
    return { result, seen: store.seen.map(({ line, body }) => (body ? { line, body } : { line })) }
  } finally {
    await store.close()
  }
}

const COLLECTIONS = "POST /store/payment-collections"
const SESSIONS = `${COLLECTIONS}/paycol_1/payment-sessions`
const CHECKOUT = "POST /store/secuconnect/payment-sessions/payses_2/checkout"
const CARD = "pp_secuconnect-creditcard_secuconnect"
const collection: Answer = { body: { payment_collection: { id: "paycol_1" } } }

const sessions = (...payment_sessions: object[]): Answer => ({
  body: { payment_collection: { id: "paycol_1", payment_sessions } },
})
const session = {
  id: "payses_2",
  provider_id: CARD,
  status: "pending",
  data: { checkout_url: "https://pay.example.com/old" },
}
const payment = { cart_id: "cart_1", provider_id: CARD, return_url: "https://shop.example.com/r" }

describe("the ways to pay", () => {
  const method = {
    provider_id: CARD,
    method: "creditcard",
    name: "Karte",
    description: "",
    icon: "",
  }
  const path = "GET /store/secuconnect/payment-methods"

  it("are asked in the client's language, or in another", async () => {
    const answers = { [path]: { body: { payment_methods: [method] } } }
    const { result, seen } = await ask(answers, async (client) => [
      await listPaymentMethods(client, { cart_id: "cart_1" }),
      await listPaymentMethods(client, { cart_id: "cart_1", locale: "en" }),
    ])
    expect(result).toEqual(Array(2).fill({ ok: true, payment_methods: [method] }))
    expect(seen).toEqual([
      { line: `${path}?cart_id=cart_1&locale=de` },
      { line: `${path}?cart_id=cart_1&locale=en` },
    ])
  })

  it("come once each, though two providers have the same method", async () => {
    const second = { ...method, provider_id: "pp_secuconnect-creditcard_second" }
    const prepaid = { ...method, provider_id: "pp_secuconnect-prepaid_x", method: "prepaid" }
    const answers = { [path]: { body: { payment_methods: [method, second, prepaid] } } }
    const { result } = await ask(answers, (client) => listPaymentMethods(client, { cart_id: "c" }))
    expect(result).toEqual({ ok: true, payment_methods: [method, prepaid] })
  })
})

describe("paying", () => {
  it("starts a session, and asks where to go", async () => {
    const answers = {
      [COLLECTIONS]: collection,
      [SESSIONS]: sessions({ ...session, id: "payses_1", provider_id: "pp_other" }, session),
      [CHECKOUT]: {
        body: { payment_session: { id: "payses_2", checkout_url: "https://pay.example.com/new" } },
      },
    }
    const { result, seen } = await ask(answers, (client) => pay(client, payment))
    expect(result).toEqual({
      ok: true,
      payment_session_id: "payses_2",
      checkout_url: "https://pay.example.com/new",
    })
    const data = { return_url: "https://shop.example.com/r", locale: "de" }
    expect(seen).toEqual([
      { line: COLLECTIONS, body: { cart_id: "cart_1" } },
      { line: SESSIONS, body: { provider_id: CARD, data } },
      { line: CHECKOUT },
    ])
  })

  it("takes the session that is pending, not one that has failed before", async () => {
    const failed = { ...session, id: "payses_1", status: "error" }
    const answers = { [COLLECTIONS]: collection, [SESSIONS]: sessions(failed, session) }
    const { result } = await ask(answers, (client) => startPayment(client, payment))
    expect(result).toEqual({ ok: true, payment_session_id: "payses_2", has_payment_page: true })
  })

  it("goes nowhere with a provider that has no page, and sends no address that is not given", async () => {
    const manual = { ...session, provider_id: "pp_system_default", data: {} }
    const answers = { [COLLECTIONS]: collection, [SESSIONS]: sessions(manual) }
    const { result, seen } = await ask(answers, (client) =>
      pay(client, { cart_id: "cart_1", provider_id: "pp_system_default", locale: "en" }),
    )
    expect(result).toEqual({ ok: true, payment_session_id: "payses_2", checkout_url: null })
    expect(seen[1]?.body).toEqual({ provider_id: "pp_system_default", data: { locale: "en" } })
  })

  it("asks where to go where the order comes first, too: its page is there once it is placed", async () => {
    const first = { ...session, data: { checkout_url: null, order_first: true } }
    const url = "https://api.example.com/hooks/secuconnect/pay/x"
    const answers = {
      ...{ [COLLECTIONS]: collection, [SESSIONS]: sessions(first) },
      [CHECKOUT]: { body: { payment_session: { id: "payses_2", checkout_url: url } } },
    }
    const { result } = await ask(answers, (client) => pay(client, payment))
    expect(result).toEqual({ ok: true, payment_session_id: "payses_2", checkout_url: url })
  })

  const refusal = { type: "not_allowed", code: "secuconnect_unavailable", message: "Gerade nicht." }
  it.each([
    { where: "the collection", answers: { [COLLECTIONS]: { status: 422, body: refusal } } },
    {
      where: "the session",
      answers: { [COLLECTIONS]: collection, [SESSIONS]: { status: 422, body: refusal } },
    },
    {
      where: "the address",
      answers: {
        [COLLECTIONS]: collection,
        [SESSIONS]: sessions(session),
        [CHECKOUT]: { status: 422, body: refusal },
      },
    },
  ])("tells what was refused at $where", async ({ answers }) => {
    const { result } = await ask(answers, (client) => pay(client, payment))
    expect(result).toEqual({
      ok: false,
      code: "secuconnect_unavailable",
      message: "Gerade nicht.",
      status: 422,
    })
  })
})

describe("completing a cart", () => {
  const path = "POST /store/carts/cart_1/complete"
  const complete = (client: StoreClient) => completeCart(client, "cart_1")

  it("gives the order", async () => {
    const answers = { [path]: { body: { type: "order", order: { id: "order_1" } } } }
    expect((await ask(answers, complete)).result).toEqual({ ok: true, order_id: "order_1" })
  })

  it("tells what Medusa refuses with 200", async () => {
    const body = { type: "cart", cart: { id: "cart_1" }, error: { message: "Nicht bezahlt." } }
    const { result } = await ask({ [path]: { body } }, complete)
    expect(result).toEqual({ ok: false, code: "refused", message: "Nicht bezahlt.", status: 200 })
  })
})

describe("the state of a cart", () => {
  const path = "GET /store/carts/cart_1"
  const state = (client: StoreClient) => retrieveCartState(client, "cart_1")
  const cart = (completed_at: string | null): Answer => ({
    body: { cart: { id: "cart_1", completed_at } },
  })

  it("is open, and nothing is completed by asking", async () => {
    const { result, seen } = await ask({ [path]: cart(null) }, state)
    expect(result).toEqual({ ok: true, state: "open", order_id: null })
    expect(seen).toEqual([{ line: `${path}?fields=id%2Ccompleted_at` }])
  })

  it("is completed, with the order", async () => {
    const completed = { body: { type: "order", order: { id: "order_1" } } }
    const answers = { [path]: cart("2026-01-01"), "POST /store/carts/cart_1/complete": completed }
    const { result } = await ask(answers, state)
    expect(result).toEqual({ ok: true, state: "completed", order_id: "order_1" })
  })

  it("is completed, though nobody can name the order", async () => {
    const { result } = await ask({ [path]: cart("2026-01-01") }, state)
    expect(result).toEqual({ ok: true, state: "completed", order_id: null })
  })

  it("is gone", async () => {
    expect((await ask({}, state)).result).toEqual({ ok: true, state: "gone", order_id: null })
  })

  it("is not known when the store fails", async () => {
    const { result } = await ask({ [path]: { status: 500, body: {} } }, state)
    expect(result).toMatchObject({ ok: false, code: "refused" })
  })
})

describe("how an order is paid", () => {
  it.each([
    ["with secuconnect", { state: "waiting", text: "Wir warten." }],
    ["with something else", null],
  ])("%s", async (_, paid) => {
    const body = { payment: paid, can_be_paid: false }
    const answers = { "GET /store/secuconnect/orders/order_1": { body } }
    const { result } = await ask(answers, (client) => retrieveOrderPayment(client, "order_1"))
    expect(result).toEqual({ ok: true, ...body })
  })
})

describe("paying an order that is there", () => {
  const path = "POST /store/secuconnect/orders/order_1/payment-links"
  const link = (client: StoreClient) => createPaymentLink(client, "order_1")

  it("is done on the page that the store names", async () => {
    const payment_link = { url: "https://shop.example.com/pay/1", expires_at: "2026-01-01" }
    const { result, seen } = await ask({ [path]: { body: { payment_link } } }, link)
    expect(result).toEqual({ ok: true, url: "https://shop.example.com/pay/1" })
    expect(seen).toEqual([{ line: path }])
  })

  it("is refused where nothing is open", async () => {
    const body = { type: "not_allowed", code: "secuconnect_nothing_to_pay", message: "Bezahlt." }
    const { result } = await ask({ [path]: { status: 400, body } }, link)
    expect(result).toMatchObject({ ok: false, code: "secuconnect_nothing_to_pay" })
  })
})

const CALLS: [string, (client: StoreClient) => Promise<Result<object>>][] = [
  ["listPaymentMethods", (client) => listPaymentMethods(client, { cart_id: "cart_1" })],
  ["startPayment", (client) => startPayment(client, payment)],
  ["pay", (client) => pay(client, payment)],
  ["retrieveCheckoutUrl", (client) => retrieveCheckoutUrl(client, "payses_1")],
  ["retrievePayment", (client) => retrievePayment(client, "payses_1")],
  ["retrieveOrderPayment", (client) => retrieveOrderPayment(client, "order_1")],
  ["createPaymentLink", (client) => createPaymentLink(client, "order_1")],
  ["completeCart", (client) => completeCart(client, "cart_1")],
  ["retrieveCartState", (client) => retrieveCartState(client, "cart_1")],
]

it.each(CALLS)("%s takes no answer that is not the route's", async (_, call) => {
  for (const body of [null, [], {}, 7, "x", { payment_collection: 3, payment_session: [] }]) {
    const client: StoreClient = {
      locale: "en",
      send: () => Promise.resolve({ ok: true, body }),
    }
    const result = await call(client)
    expect(["unreadable_answer", "refused"]).toContain(result.ok ? null : result.code)
  }
})
