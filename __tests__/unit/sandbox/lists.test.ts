import { matching, openSandbox, requestWith, type Driver } from "./support/driver"

/**
 * Lists: `count`, `offset`, `q` and `sort` are documented for all services, with the language of
 * `q`; the default count of 10 and the refusal of what cannot be read are invented.
 * @see https://developer.secuconnect.com/api/
 */
let sandbox: Driver

/** A transaction for each, by `merchantRef`. */
const references = ["ORDER-1", "ORDER-2", "ORDER-10", "CART-1"]
const sums: Record<string, number> = {
  "ORDER-1": 500,
  "ORDER-2": 1_500,
  "ORDER-10": 900,
  "CART-1": 900,
}

beforeAll(async () => {
  sandbox = await openSandbox()
  for (const merchantRef of references) {
    const changes = { merchantRef, basket: undefined, "basket_info.sum": sums[merchantRef] }
    const { id } = await sandbox.create(requestWith(changes))
    if (merchantRef !== "ORDER-1") await sandbox.checkout(id, { method: "invoice", outcome: "pay" })
    if (merchantRef === "CART-1") await sandbox.event(id, { type: "refund", amount: 100 })
  }
})

afterAll(() => sandbox.close())

async function found(query: Record<string, string>): Promise<unknown[]> {
  const { data } = await sandbox.list("/Smart/Transactions", query)
  return data.map(({ merchantRef }) => merchantRef)
}

it.each<[q: string, expected: string[]]>([
  ["merchantRef:ORDER-1", ["ORDER-1"]],
  ["merchantRef:order-1", ["ORDER-1"]],
  ['merchantRef:"ORDER-1"', ["ORDER-1"]],
  ["merchantRef:ORDER-?", ["ORDER-1", "ORDER-2"]],
  ["merchantRef:ORDER-*", ["ORDER-1", "ORDER-2", "ORDER-10"]],
  ["merchantRef:*-1", ["ORDER-1", "CART-1"]],
  ["merchantRef:.*", []],
  ["basket_info.sum:900", ["ORDER-10", "CART-1"]],
  ["basket_info.sum:[600 TO 1000]", ["ORDER-10", "CART-1"]],
  ["basket_info.sum:[900 TO *]", ["ORDER-2", "ORDER-10", "CART-1"]],
  ["basket_info.sum:[* TO 899]", ["ORDER-1"]],
  ["status:created OR status:pending", ["ORDER-1"]],
  ["status:ok AND merchantRef:ORDER*", ["ORDER-2", "ORDER-10"]],
  ["NOT status:ok", ["ORDER-1"]],
  ["status:ok AND NOT merchantRef:ORDER*", ["CART-1"]],
  ["(merchantRef:ORDER-1 OR merchantRef:ORDER-2) AND basket_info.sum:[1000 TO 2000]", ["ORDER-2"]],
  [
    "merchantRef:ORDER-1 OR merchantRef:ORDER-2 AND basket_info.sum:[1000 TO 2000]",
    ["ORDER-1", "ORDER-2"],
  ],
  ["transactions.object:payment.transactions", ["ORDER-2", "ORDER-10", "CART-1"]],
  ["customer.contact.surname:nobody", []],
  ["nothing.at.all:1", []],
  ["", references],
])("q=%s finds %j", async (q, expected) => {
  expect(await found({ q })).toEqual(expected)
})

it.each<[sort: string, expected: string[]]>([
  ["merchantRef:asc", ["CART-1", "ORDER-1", "ORDER-10", "ORDER-2"]],
  ["merchantRef", ["CART-1", "ORDER-1", "ORDER-10", "ORDER-2"]],
  ["merchantRef:desc", ["ORDER-2", "ORDER-10", "ORDER-1", "CART-1"]],
  ["basket_info.sum:asc", ["ORDER-1", "ORDER-10", "CART-1", "ORDER-2"]],
  ["basket_info.sum:desc,merchantRef:asc", ["ORDER-2", "CART-1", "ORDER-10", "ORDER-1"]],
])("sort=%s orders %j", async (sort, expected) => {
  expect(await found({ sort })).toEqual(expected)
})

it.each<[name: string, query: Record<string, string>, expected: string[]]>([
  ["a count", { count: "2" }, ["ORDER-1", "ORDER-2"]],
  ["an offset", { offset: "3" }, ["CART-1"]],
  ["both", { offset: "1", count: "2" }, ["ORDER-2", "ORDER-10"]],
  ["an offset behind the end", { offset: "4" }, []],
  ["a count of nothing", { count: "0" }, []],
  ["a part of what was found", { q: "status:ok", sort: "merchantRef", count: "1" }, ["CART-1"]],
])("%s hands out a part", async (_name, query, expected) => {
  expect(await found(query)).toEqual(expected)
})

it("the count in the answer is of all that was found, not of the part handed out", async () => {
  const query = { q: "status:ok", count: "1" }
  expect(await sandbox.list("/Smart/Transactions", query)).toMatchObject({ count: 3 })
})

it("ten are handed out when no count is asked for", async () => {
  for (let made = 0; made < 12; made += 1) {
    const contact = { forename: "A", surname: `B${made}`, email: "a@b.example.com" }
    await sandbox.store("/Payment/Customers", { contact })
  }
  const { count, data } = await sandbox.list("/Payment/Customers", { q: "contact.forename:A" })
  expect({ count, handedOut: data.length }).toEqual({ count: 12, handedOut: 10 })
})

it.each([
  ["a field without a condition", { q: "status" }, /q: cannot be read/],
  ["half a conjunction", { q: "status:ok AND" }, /q: cannot be read/],
  ["an open parenthesis", { q: "(status:ok" }, /q: cannot be read/],
  ["a parenthesis too many", { q: "status:ok)" }, /q: cannot be read/],
  ["an order that is none", { sort: "status:up" }, /sort: status:up/],
  ["a negative offset", { offset: "-1" }, /offset: must be a whole number/],
  ["a count in words", { count: "all" }, /count: must be a whole number/],
])("%s is refused by name", async (_name, query, details) => {
  const path = `/Smart/Transactions?${new URLSearchParams(query).toString()}`
  expect(await sandbox.api(path)).toMatchObject({
    status: 400,
    body: { code: 3001, error_details: matching(details) },
  })
})
