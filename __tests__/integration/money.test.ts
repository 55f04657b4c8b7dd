import { authorized, captured, readBooks } from "../support/books"
import { buy, createMerchant, effectiveAmount, type Paid } from "../support/money"
import type { Fault } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { until } from "../support/until"

const AMOUNT = 31.9
const MINOR = 3190
const TIMEOUT_MS = 3_000

let shop: Shop
let merchant: ReturnType<typeof createMerchant>

beforeAll(async () => {
  shop = await sharedShop({
    clock: "stands",
    options: { capture: "manual", timeoutMs: TIMEOUT_MS },
    sandbox: { pushes: false },
  })
  merchant = createMerchant(shop)
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const posts = async (what: RegExp) => {
  const made = await shop.sandbox.requests()
  return made.filter(({ method, path }) => method === "POST" && what.test(path)).length
}

const START = { method: "POST", path: "/start$" } as const
const CANCEL = { method: "POST", path: "/cancel$" } as const

/** The answer gets lost, or comes too late, although secuconnect has done the work. */
const lostAnswers = (where: typeof START | typeof CANCEL): { what: string; fault: Fault }[] => [
  { what: "the connection drops", fault: { ...where, fault: "drop_after", times: 1 } },
  { what: "the answer waits for ever", fault: { ...where, fault: "hold", times: 1 } },
  { what: "the answer is nonsense", fault: { ...where, fault: "garbage", times: 1 } },
]

/** The work is not done, or at least not yet. */
const failures = (where: typeof START | typeof CANCEL): { what: string; fault: Fault }[] => [
  { what: "drops the connection", fault: { ...where, fault: "drop_before", times: 1 } },
  { what: "answers 500", fault: { ...where, fault: "status", status: 500, times: 1 } },
  { what: "refuses", fault: { ...where, fault: "status", status: 400, code: 4028, times: 1 } },
]

describe("a capture from the admin", () => {
  let order: Paid

  beforeEach(async () => {
    await shop.sandbox.set({ terse: !terse })
    terse = !terse
    order = await buy(shop)
    expect(await readBooks(shop, order.cartId)).toEqual(authorized(AMOUNT))
    await shop.sandbox.forgetRequests()
  })
  let terse = false

  const expectCapturedOnce = async () => {
    expect(await readBooks(shop, order.cartId)).toEqual(captured(AMOUNT))
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "ok" })
    expect(await posts(/start$/)).toBe(1)
  }

  it("takes the money once", async () => {
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    await expectCapturedOnce()
    await merchant.capture(order)
    await expectCapturedOnce()
  })

  it.each(lostAnswers(START))("takes it once although $what", async ({ fault }) => {
    await shop.sandbox.disturb(fault)
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    await expectCapturedOnce()
  })

  it.each(failures(START))("can be repeated when secuconnect $what", async ({ fault }) => {
    await shop.sandbox.disturb(fault)
    expect(await merchant.capture(order)).toMatchObject({
      status: 400,
      body: { code: "secuconnect_money_request_failed" },
    })
    expect(await readBooks(shop, order.cartId)).toEqual(authorized(AMOUNT))
    await shop.sandbox.forgetRequests()
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    await expectCapturedOnce()
  })

  it("takes it once when the work is done after the store has given up", async () => {
    await shop.sandbox.disturb({ ...START, fault: "hold_before", times: 1 })
    expect(await merchant.capture(order)).toMatchObject({ status: 400 })
    await shop.sandbox.calm()
    await until("the capture", async () => {
      const { status } = await shop.sandbox.read(order.stx)
      return status === "ok" ? status : undefined
    })
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    await expectCapturedOnce()
  })

  it("of a part is refused before anything is called", async () => {
    const { status, text } = await merchant.capture(order, 10)
    expect(status).toBe(400)
    expect(text).toContain("cannot capture a part")
    expect(await shop.sandbox.requests()).toEqual([])
    expect(await readBooks(shop, order.cartId)).toEqual(authorized(AMOUNT))
  })
})

describe("a refund from the admin", () => {
  let order: Paid

  beforeEach(async () => {
    await shop.sandbox.set({ terse: !terse })
    terse = !terse
    order = await buy(shop)
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    await shop.sandbox.forgetRequests()
  })
  let terse = false

  /** Medusa and secuconnect agree on what was given back. */
  const expectRefunded = async (...amounts: number[]) => {
    const minor = amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0)
    expect(await effectiveAmount(shop, order)).toBe(MINOR - minor)
    const { refunds, transactions } = await readBooks(shop, order.cartId)
    expect(refunds).toEqual(amounts)
    expect(transactions).toEqual([AMOUNT, ...amounts.map((amount) => -amount)])
  }

  it.each([
    ["everything", [31.9]],
    ["a part", [10]],
    ["everything in two parts", [10, 21.9]],
    ["the same part twice, meant so", [5, 5]],
    ["the smallest part", [0.01]],
  ])("gives back %s", async (_what, amounts) => {
    for (const amount of amounts) {
      expect(await merchant.refund(order, amount)).toMatchObject({ status: 200 })
    }
    await expectRefunded(...amounts)
  })

  it("of more than there is gives nothing back", async () => {
    expect(await merchant.refund(order, 31.91)).toMatchObject({ status: 400 })
    await shop.sandbox.happen(order.stx, "refund", 2000)
    const { status, text } = await merchant.refund(order, 15)
    expect(status).toBe(400)
    expect(text).toContain("only 11.9 EUR are left at secuconnect")
    expect(await posts(/cancel$/)).toBe(0)
  })

  it.each(lostAnswers(CANCEL))("gives it back once although $what", async ({ fault }) => {
    await shop.sandbox.disturb(fault)
    expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
    await expectRefunded(10)
  })

  it("can be repeated when secuconnect refuses, and tells why", async () => {
    await shop.sandbox.disturb({ ...CANCEL, fault: "status", status: 400, code: 4027, times: 1 })
    const { status, text } = await merchant.refund(order, 10)
    expect(status).toBe(400)
    expect(text).toMatch(/Fault ordered from the sandbox.*support id [0-9a-f]+/)
    await expectRefunded()
    expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
    await expectRefunded(10)
  })

  it("is made once when it is done after the store has given up, and asked for again", async () => {
    await shop.sandbox.disturb({ ...CANCEL, fault: "hold_before", times: 1 })
    expect(await merchant.refund(order, 10)).toMatchObject({ status: 400 })
    await shop.sandbox.calm()
    await until("the refund", async () =>
      (await effectiveAmount(shop, order)) < MINOR ? 1 : undefined,
    )
    expect(await merchant.refund(order, 10)).toMatchObject({ status: 200 })
    await expectRefunded(10)
    expect(await posts(/cancel$/)).toBe(1)
  })
})

describe("an order that is cancelled in the admin", () => {
  it("is cancelled at secuconnect when it was only authorised", async () => {
    const order = await buy(shop)
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "cancelled" })
    expect(await readBooks(shop, order.cartId)).toMatchObject({ captures: [], refunds: [] })
  })

  it("is cancelled at secuconnect once although the answer gets lost", async () => {
    const order = await buy(shop)
    await shop.sandbox.disturb({ ...CANCEL, fault: "drop_after", times: 1 })
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "cancelled" })
  })

  it("is cancelled at secuconnect later when that was down", async () => {
    const order = await buy(shop)
    await shop.sandbox.disturb({ path: ".", fault: "drop_before" })
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    await shop.sandbox.calm()
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "cancelled" })
  })

  it("is cancelled at secuconnect while it waits for its transfer", async () => {
    const order = await buy(shop, { method: "prepaid" })
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    expect(await shop.sandbox.push(order.stx)).toEqual([200])
    expect(await shop.sandbox.read(order.stx)).toMatchObject({ status: "cancelled" })
  })

  it("is paid back once when its money was taken", async () => {
    const order = await buy(shop)
    expect(await merchant.capture(order)).toMatchObject({ status: 200 })
    expect(await merchant.cancel(order)).toMatchObject({ status: 200 })
    expect(await effectiveAmount(shop, order)).toBe(0)
    expect(await readBooks(shop, order.cartId)).toMatchObject({
      captures: [AMOUNT],
      refunds: [AMOUNT],
    })
  })
})
