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
