import { captured, readBooks, waiting } from "../support/books"
import { pushed } from "../support/pushed"
import type { Method } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  CASE,
  comeBack,
  completeCart,
  goToCheckout,
  payAt,
  PEN,
  type CartWish,
  type StartedPayment,
} from "../support/shopper"
import { until } from "../support/until"

/** A pen and a case less 5.00, sent for 4.90. */
const WISH: CartWish = {
  items: { [PEN]: 1, [CASE]: 1 },
  codes: ["WELCOME5"],
  shipping: "standard",
}
const AMOUNT = 33.8

/** The truth comes when the delay is taken away. */
const LATE_MS = 3_600_000

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

interface Paid extends StartedPayment {
  wayBack: string
}

interface Scenario {
  happens: string
  act: (payment: Paid) => Promise<unknown>
}

const push = ({ stx }: Paid, times = 1) => shop.sandbox.push(stx, times)
const comeBackTo = async ({ wayBack }: Paid) => {
  expect(await comeBack(wayBack)).toMatchObject({ status: 303, outcome: "success" })
}
const repeat = <Result>(times: number, act: () => Promise<Result>) =>
  Promise.all(Array.from({ length: times }, act))

const scenarios: Scenario[] = [
  {
    happens: "the return comes first, the push after it",
    act: async (payment) => {
      await comeBackTo(payment)
      await pushed(shop, payment)
    },
  },
  {
    happens: "the push comes first, the return after it",
    act: async (payment) => {
      await pushed(shop, payment)
      await comeBackTo(payment)
    },
  },
  { happens: "the browser is closed and only the push comes", act: (payment) => push(payment) },
  { happens: "every push gets lost and only the return comes", act: comeBackTo },
  {
    happens: "each push comes three times, one after the other",
    act: async (payment) => {
      for (let nth = 0; nth < 3; nth += 1) await pushed(shop, payment)
    },
  },
  {
    happens: "each push comes three times at once",
    act: async (payment) => {
      expect(await push(payment, 3)).toEqual([200, 200, 200])
    },
  },
  {
    happens: "return, push and the storefront's own completion come at once",
    act: (payment) =>
      Promise.all([comeBackTo(payment), push(payment), completeCart(shop, payment.cartId)]),
  },
]

/** What must be booked as soon as secuconnect has accepted the payment or waits for the transfer. */
const afterwards = (method: Method) => (method === "prepaid" ? waiting(AMOUNT) : captured(AMOUNT))

async function pay(method: Method): Promise<Paid> {
  const payment = await goToCheckout(shop, WISH)
  return { ...payment, wayBack: await payAt(shop, payment, { method }) }
}

/** The transfer arrives: the money is booked once, however often that is told. */
async function letMoneyArrive(payment: Paid): Promise<void> {
  await shop.sandbox.happen(payment.stx, "money_arrived")
  // Those that come too soon after many others are put off.
  const taken = async () => {
    const answers = await push(payment, 3)
    return answers.includes(503) ? undefined : answers
  }
  expect(await until("the webhooks to be taken", taken, 300_000)).toEqual([200, 200, 200])
  expect(await readBooks(shop, payment.cartId)).toEqual(captured(AMOUNT))
}

const methods = ["creditcard", "prepaid", "invoice"] as const

/** Every scenario with every method; the terse half of the reads falls on each of both. */
const cases = methods.flatMap((method, nthMethod) =>
  scenarios.map((scenario, nth) => ({ ...scenario, method, terse: (nthMethod + nth) % 2 === 1 })),
)

describe("one order, one payment, one booking of the right amount", () => {
  it.each(cases)("$method, terse: $terse: $happens", async ({ method, terse, act }) => {
    await shop.sandbox.set({ terse })
    const payment = await pay(method)
    await act(payment)
    expect(await readBooks(shop, payment.cartId)).toEqual(afterwards(method))

    await Promise.all([comeBackTo(payment), push(payment)])
    expect(await readBooks(shop, payment.cartId)).toEqual(afterwards(method))
    if (method === "prepaid") await letMoneyArrive(payment)
  })
})

describe.each([
  { method: "creditcard", terse: true },
  { method: "prepaid", terse: false },
  { method: "invoice", terse: true },
] as const)("$method, with terse reads: $terse", ({ method, terse }) => {
  beforeAll(() => shop.sandbox.set({ terse }))

  it("gives one order and one booking when 20 returns and 60 pushes come at once", async () => {
    const payment = await pay(method)
    const [pushes, returns] = await Promise.all([
      push(payment, 60),
      repeat(20, () => comeBack(payment.wayBack)),
    ])
    // A busy machine is not done with all of them in time: those are put off, or secuconnect waits no
    // longer, and they come again.
    expect(pushes.filter((status) => ![200, 503, null].includes(status))).toEqual([])
    const told = new Set(returns.map(({ outcome }) => outcome))
    expect([...told].filter((outcome) => outcome !== "success" && outcome !== "pending")).toEqual(
      [],
    )
    await pushed(shop, payment)
    expect(await readBooks(shop, payment.cartId)).toEqual(afterwards(method))
    if (method === "prepaid") await letMoneyArrive(payment)
  })

  it("gives one order and one booking when the return comes before the truth", async () => {
    await shop.sandbox.set({ truth_delay_ms: LATE_MS })
    const payment = await pay(method)
    expect(await comeBack(payment.wayBack)).toMatchObject({ status: 303, outcome: "pending" })

    await shop.sandbox.set({ truth_delay_ms: 0 })
    await pushed(shop, payment)
    expect(await readBooks(shop, payment.cartId)).toEqual(afterwards(method))
    await comeBackTo(payment)
    expect(await readBooks(shop, payment.cartId)).toEqual(afterwards(method))
  })
})
