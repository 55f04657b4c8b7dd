import { z } from "zod"
import { openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

afterEach(() => sandbox.close())

const inEasycreditRange = {
  "basket.products.0.priceOne": 15_950,
  "basket_info.sum": 31_895,
  "customer.contact.companyname": undefined,
}

it.each<[string, Record<string, unknown>, string[]]>([
  [
    "all contracted methods",
    inEasycreditRange,
    [
      "creditcard",
      "debit",
      "invoice",
      "prepaid",
      "paypal",
      "easycredit",
      "sofort",
      "giropay",
      "eps",
    ],
  ],
  [
    "no easyCredit below 200 euros",
    {},
    ["creditcard", "debit", "invoice", "prepaid", "paypal", "sofort", "giropay", "eps"],
  ],
  [
    "no easyCredit for a company",
    { ...inEasycreditRange, "customer.contact.companyname": "Muster GmbH" },
    ["creditcard", "debit", "invoice", "prepaid", "paypal", "sofort", "giropay", "eps"],
  ],
  [
    "no euro schemes in Swiss francs",
    { ...inEasycreditRange, "basket_info.currency": "CHF" },
    ["creditcard", "invoice", "prepaid", "paypal"],
  ],
  [
    "only what the shop asks for",
    { "payment_context.payment_methods": ["prepaid", "invoice"] },
    ["invoice", "prepaid"],
  ],
])("payment links: %s, and general", async (_name, changes, offered) => {
  sandbox = await openSandbox()
  const { payment_links } = await sandbox.create(requestWith(changes))
  expect(Object.keys(payment_links ?? {})).toEqual([...offered, "general"])
})

it("payment links keep the documented irregular parameters", async () => {
  sandbox = await openSandbox({ publicUrl: "https://pay.example.com" })
  const { id, payment_links } = await sandbox.create()
  const rest = `stx=${id}&contract=GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04&server=testing`
  expect(payment_links).toMatchObject({
    prepaid: `https://pay.example.com/pay?payment-method=prepay&${rest}`,
    invoice: `https://pay.example.com/pay?initPaymentMethod=invoice&${rest}`,
    general: `https://pay.example.com/pay?${rest}`,
  })
})

it("only contracted methods can be paid with, also when the contract changes", async () => {
  sandbox = await openSandbox({ methods: ["prepaid", "creditcard"] })
  const { id, payment_links } = await sandbox.create()
  expect(Object.keys(payment_links ?? {})).toEqual(["creditcard", "prepaid", "general"])
  await sandbox.settings({ methods: ["prepaid"] })
  const body = { method: "creditcard", outcome: "pay" }
  const answer = await sandbox.call(`/sandbox/transactions/${id}/checkout`, { body })
  expect(answer.status).toBe(409)
})

it.each([
  ["EUR", ["Creditcard", "Applepay", "Googlepay", "Prepay", "easyCredit"]],
  ["CHF", ["Creditcard", "Applepay", "Googlepay", "Prepay"]],
  ["JPY", []],
])("the availability list has its own spelling: %s", async (currency, names) => {
  sandbox = await openSandbox({ methods: ["creditcard", "prepaid", "easycredit"] })
  const path = "/General/Contracts/GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04/getAvailablePaymentMethods"
  const answer = await sandbox.post(path, { currency, is_demo: true })
  expect(answer).toEqual({ status: 200, body: names })
})

it("the methods of a foreign contract are not told", async () => {
  sandbox = await openSandbox()
  const path = "/General/Contracts/GCR_X/getAvailablePaymentMethods"
  expect(await sandbox.post(path, { currency: "EUR" })).toMatchObject({ status: 403 })
})

it("an unknown method is refused at the start", async () => {
  await expect(openSandbox({ methods: ["prepay"] })).rejects.toThrow(/"prepay" is not a payment/)
  sandbox = await openSandbox()
})

/**
 * Older pages and plugins use demo transactions on the live system, newer pages say that there are
 * none any more: for cards, or at all. What is then answered is invented.
 * @see docs/vendor-notes.md
 */
describe("demo transactions", () => {
  const contract = "/General/Contracts/GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04"
  const cards = { "payment_context.payment_methods": ["creditcard"] }
  const transfers = { "payment_context.payment_methods": ["prepaid"] }

  type Row = [demo: string, asks: Record<string, unknown>, is_demo: boolean, links: string[] | null]
  it.each<Row>([
    ["allowed", {}, true, ["creditcard", "prepaid", "general"]],
    ["allowed", cards, true, ["creditcard", "general"]],
    ["no_cards", {}, true, ["prepaid", "general"]],
    ["no_cards", transfers, true, ["prepaid", "general"]],
    ["no_cards", cards, true, null],
    ["no_cards", cards, false, ["creditcard", "general"]],
    ["refused", {}, true, null],
    ["refused", transfers, true, null],
    ["refused", {}, false, ["creditcard", "prepaid", "general"]],
  ])("%s: %j with is_demo %s has the links %j", async (...[demo, asks, is_demo, links]) => {
    sandbox = await openSandbox({ methods: ["creditcard", "prepaid"] })
    await sandbox.settings({ demo })
    const answer = await sandbox.api("/Smart/Transactions", {
      body: requestWith({ ...asks, is_demo }),
    })
    if (links === null) {
      expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
      return
    }
    const { payment_links } = z.looseObject({ payment_links: z.looseObject({}) }).parse(answer.body)
    expect(Object.keys(payment_links)).toEqual(links)
  })

  it.each<[demo: string, is_demo: boolean, names: string[]]>([
    ["allowed", true, ["Creditcard", "Applepay", "Googlepay", "Prepay"]],
    ["no_cards", true, ["Prepay"]],
    ["no_cards", false, ["Creditcard", "Applepay", "Googlepay", "Prepay"]],
    ["refused", true, []],
    ["refused", false, ["Creditcard", "Applepay", "Googlepay", "Prepay"]],
  ])("%s: the list with is_demo %s has %j", async (demo, is_demo, names) => {
    sandbox = await openSandbox({ methods: ["creditcard", "prepaid"] })
    await sandbox.settings({ demo })
    const path = `${contract}/getAvailablePaymentMethods`
    expect((await sandbox.post(path, { currency: "EUR", is_demo })).body).toEqual(names)
  })
})
