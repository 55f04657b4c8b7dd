import { checkoutStateOf } from "../../../src/mapping/decide/checkout-state"
import { decide } from "../../../src/mapping/decide/decide"
import { oddReply } from "../../../src/mapping/status/odd-reply"
import { fetchFinding } from "../../../src/modules/secuconnect/fetch-finding"
import { snapshotOf } from "../../../src/modules/secuconnect/snapshot"
import { clientFor, startServer, stopServers, type Answer } from "../secuconnect/support/server"
import { failureOf } from "../secuconnect/support/failure"
import { aCart } from "../mapping/support/worlds"

afterEach(stopServers)

const AT = new Date("2026-03-10T12:00:00.000Z")
const HOUR_AGO = new Date(AT.getTime() - 60 * 60_000)

const target = {
  stx_id: "STX_1",
  amount: 4485,
  currency_code: "eur",
  contract_id: "GCR_1",
  is_demo: false,
  least: null,
}

const TRANSACTION = {
  object: "smart.transactions",
  id: "STX_1",
  status: "ok",
  contract: { object: "general.contracts", id: "GCR_1" },
  is_demo: false,
  basket_info: { sum: 4485, currency: "EUR" },
  payment_method: "creditcard",
  trans_id: 110099700,
  transactions: [{ object: "payment.transactions", id: "PCI_1", trans_id: 110099700 }],
  payment_links: { general: "https://pay.example.com/1" },
  created: "2026-03-10T11:00:00+01:00",
}

const PAYMENT = {
  object: "payment.transactions",
  id: "PCI_1",
  trans_id: 110099700,
  amount: 4485,
  currency: "EUR",
  status: 1,
  details: { status_simple: 1, amount: 4485 },
  contract: { object: "general.contracts", id: "GCR_1" },
}

const CHECK = { status: 1, status_simple: 1, amount: 4485, currency: "EUR" }

/** What differs from the answers of a card payment that is accepted. */
interface Oddity {
  transaction?: object
  payment?: object
  check?: object
}

const CHECKOUT = {
  id: "checkout_1",
  amount: 4485,
  currency_code: "eur",
  is_test_payment: false,
  order_id: null,
  cancel_requested_at: null,
  superseded_by: null,
  created_at: HOUR_AGO,
  waiting_since: null,
  reminded_at: null,
  expired_at: null,
  attention: null,
  orphan_resolution: null,
}

const CIRCUMSTANCES = {
  settings: { abandonAfterHours: 24, cancelExpiredOrders: false, refundOrphans: false },
  has_unresolved_request: false,
  is_outranked: false,
  orphaned_at: null,
  now: AT,
}

function serverAnswering({ transaction, payment, check }: Oddity) {
  const replies: Record<string, object> = {
    "Smart/Transactions/STX_1": changed(TRANSACTION, transaction),
    "Payment/Transactions/PCI_1": changed(PAYMENT, payment),
    "Payment/Transactions/PCI_1/checkStatus": changed(CHECK, check),
  }
  return startServer({
    api: ({ path }): Answer => {
      const json = replies[path.replace("/api/v2/", "")]
      return json ? { json } : { status: 404, json: { status: "error", error: "NotFound" } }
    },
  })
}

const changed = (answer: object, change: object = {}) =>
  Array.isArray(change) ? change : { ...answer, ...change }

const look = async (oddity: Oddity) =>
  fetchFinding(clientFor(await serverAnswering(oddity)), target)

/** What becomes of a cart whose payment is read so; statuses that do not fit have not for an hour. */
async function endOf(oddity: Oddity) {
  const found = await look(oddity)
  const row = { ...CHECKOUT, ...snapshotOf(found, { at: AT, unclear_since: HOUR_AGO }) }
  const decision = decide(checkoutStateOf(row, CIRCUMSTANCES), aCart())
  const attention = decision.act === "report" ? decision.attention : null
  const told = oddReply(found.transaction, found.payments, found.status)
  return { act: decision.act, attention, mismatch: row.mismatch, told, row }
}

const PCI_1 = { object: "payment.transactions", id: "PCI_1" }

describe("an odd answer that decides nothing: the order is placed", () => {
  const rows: [string, Oddity][] = [
    ["a flag as 0", { transaction: { is_demo: 0 } }],
    ['a flag as "0"', { transaction: { is_demo: "0" } }],
    ['a flag as "false"', { transaction: { is_demo: "false" } }],
    ["a flag as null", { transaction: { is_demo: null } }],
    ["a flag as an empty text", { transaction: { is_demo: "" } }],
    ["the contract as text", { transaction: { contract: "GCR_1" } }],
    ["the contract alone in a list", { transaction: { contract: [{ id: "GCR_1" }] } }],
    ["the payments by number", { transaction: { transactions: { "1": PCI_1 } } }],
    ["the payments by name", { transaction: { transactions: { payment: PCI_1 } } }],
    ["the only payment without its list", { transaction: { transactions: PCI_1 } }],
    ["the payments as ids", { transaction: { transactions: ["PCI_1"] } }],
    ["the same payment twice", { transaction: { transactions: [PCI_1, PCI_1] } }],
    ["a payment without its kind", { transaction: { transactions: [{ id: "PCI_1" }] } }],
    [
      "a payment's kind in capitals",
      { transaction: { transactions: [{ object: "Payment.Transactions", id: "PCI_1" }] } },
    ],
    ["an empty entry among the payments", { transaction: { transactions: [null, PCI_1] } }],
    [
      "something else among the payments",
      { transaction: { transactions: [{ object: "loyalty.transactions", id: 7 }, PCI_1] } },
    ],
    ["the transaction alone in a list", { transaction: [TRANSACTION] }],
    ["the payment alone in a list", { payment: [PAYMENT] }],
    ["the check alone in a list", { payment: { amount: null }, check: [CHECK] }],
    ["times in seconds", { transaction: { created: 1773140400, updated: "1773140400" } }],
    ["times in milliseconds", { transaction: { created: 1773140400000 } }],
    ["a time that is none", { transaction: { created: { date: "today" }, updated: false } }],
    ["a number where a trans_id is expected", { transaction: { trans_id: 0.5 } }],
    ["an object where a trans_id is expected", { transaction: { trans_id: { id: 1 } } }],
    ["a trans_id of 5,000 characters", { transaction: { trans_id: "7".repeat(5_000) } }],
    ["a list where the method is expected", { transaction: { payment_method: ["creditcard"] } }],
    ["the method spelled otherwise", { transaction: { payment_method: " CreditCard " } }],
    ["no basket_info", { transaction: { basket_info: [] } }],
    ["an empty sum", { transaction: { basket_info: { sum: "", currency: "EUR" } } }],
    ["a sum in digits", { transaction: { basket_info: { sum: "4485", currency: "eur" } } }],
    ["links as an empty list", { transaction: { payment_links: [] } }],
    ["links as null", { transaction: { payment_links: null } }],
    ["instructions as an empty text", { transaction: { payment_instructions: "" } }],
    [
      "instalments where an account could be",
      { transaction: { payment_instructions: { interest: 100, total_value: 4585 } } },
    ],
    ["a status in capitals", { transaction: { status: "OK" } }],
    ["a status with a NUL", { transaction: { status: "ok\u0000" } }],
    ["a status between direction marks", { transaction: { status: "\u200eok\u202c" } }],
    ["the payment's simple status in digits", { payment: { details: { status_simple: "1" } } }],
    ["its simple status as a word", { payment: { details: { status_simple: "Accepted" } } }],
    ["only a textual status", { payment: { details: {}, status: "accepted" } }],
    ["details as an empty list and a textual status", { payment: { details: [], status: "paid" } }],
    ["a fine status that is no number", { payment: { status: { code: 1 } } }],
    ["an amount in digits", { payment: { amount: "4485" } }],
    ["an empty amount and currency", { payment: { amount: "", currency: "" } }],
    ["no amount, but checkStatus has it", { payment: { amount: null, currency: null } }],
    ["a currency in small letters", { payment: { currency: " eur " } }],
    ["parents as an empty object", { payment: { parents: {} } }],
    ["parents as an empty text", { payment: { parents: "" } }],
    ["parents that say nothing", { payment: { parents: [{}, { id: null }] } }],
    ["related payments as null", { payment: { related_transactions: null } }],
    ["a contract of the payment's own", { payment: { contract: { id: "GCR_OTHER" } } }],
    ["the payment's contract as a list", { payment: { contract: ["GCR_1", "GCR_2"] } }],
    ["the payment's contract as text", { payment: { contract: "GCR_1" } }],
    ["a payment's demo flag, which says nothing", { payment: { is_demo: "maybe" } }],
    ["fields that nobody knows", { payment: { $meta: { deep: [[[1]]] }, constructor: 1 } }],
  ]

  it.each(rows)("%s", async (_what, oddity) => {
    const { act, mismatch, told } = await endOf(oddity)
    expect({ act, mismatch, told }).toEqual({ act: "complete_cart", mismatch: null, told: null })
  })
})

describe("what is missed: the order is placed, and it is told", () => {
  const rows: [string, Oddity, string][] = [
    [
      "no contract anywhere",
      { transaction: { contract: null }, payment: { contract: null } },
      "no contract is named",
    ],
    [
      "an empty contract",
      { transaction: { contract: [] }, payment: { contract: "" } },
      "no contract is named",
    ],
    ["a list of contracts", { transaction: { contract: ["GCR_1", "GCR_2"] } }, "contract"],
    ["a contract without its id", { transaction: { contract: { name: "Shop" } } }, "contract"],
    ["a flag that is neither", { transaction: { is_demo: "maybe" } }, "is_demo"],
    ["a flag as an object", { transaction: { is_demo: { value: false } } }, "is_demo"],
    ["a flag as 2", { transaction: { is_demo: 2 } }, "is_demo"],
    [
      "a payment of a kind that cannot be told",
      { transaction: { transactions: [PCI_1, { hash: "x" }] } },
      "transactions",
    ],
    [
      "an account without an IBAN that is one",
      { transaction: { payment_instructions: { owner: "A", iban: "x\u0000", purpose: "TA 1" } } },
      "payment_instructions",
    ],
    [
      "a link that is no page",
      { transaction: { payment_links: { general: "javascript:alert(1)" } } },
      "payment_links",
    ],
  ]

  it.each(rows)("%s", async (_what, oddity, words) => {
    const { act, mismatch, told } = await endOf(oddity)
    expect({ act, mismatch }).toEqual({ act: "complete_cart", mismatch: null })
    expect(told).toContain(words)
  })
})

describe("what contradicts, or that nobody knows: no order, and a person is told", () => {
  const rows: [string, Oddity, string][] = [
    ["another contract as text", { transaction: { contract: "GCR_OTHER" } }, "mismatch"],
    ["another contract as a number", { transaction: { contract: 7 } }, "mismatch"],
    [
      "no contract, and the payment's is another",
      { transaction: { contract: null }, payment: { contract: "GCR_OTHER" } },
      "mismatch",
    ],
    ["a demo as 1", { transaction: { is_demo: 1 } }, "mismatch"],
    ['a demo as "1"', { transaction: { is_demo: "1" } }, "mismatch"],
    ['a demo as "TRUE"', { transaction: { is_demo: "TRUE" } }, "mismatch"],
    ["another sum in digits", { transaction: { basket_info: { sum: "4486" } } }, "mismatch"],
    ["another amount in digits", { payment: { amount: "1" } }, "mismatch"],
    ["another currency in small letters", { payment: { currency: "chf" } }, "mismatch"],
    [
      "another amount in checkStatus, where the payment has none",
      { payment: { amount: null }, check: { amount: "1" } },
      "mismatch",
    ],
    ["money although it was aborted", { transaction: { status: "aborted" } }, "mismatch"],
    ["money although it has expired", { transaction: { status: "expired" } }, "mismatch"],
    ["money and no status at all", { transaction: { status: null } }, "mismatch"],
  ]

  it.each(rows)("%s", async (_what, oddity, attention) => {
    const end = await endOf(oddity)
    expect(end).toMatchObject({ act: "report", attention })
  })

  it.each<[string, Oddity]>([
    [
      "a payment's status in a word that nobody knows",
      { payment: { details: { status_simple: "new" } } },
    ],
    [
      "a payment's status as a number that nobody knows",
      { payment: { details: { status_simple: 99 } } },
    ],
    ["a payment without any status", { payment: { details: null, status: null } }],
    ["payments as an empty object", { transaction: { transactions: {} } }],
    ["payments as an empty text", { transaction: { transactions: "" } }],
    ["payments as null", { transaction: { transactions: null } }],
    ["a payment that hangs on another without an id", { payment: { parents: [{ trans_id: 7 }] } }],
  ])("%s: the statuses do not fit together", async (_what, oddity) => {
    const { row } = await endOf(oddity)
    expect(row.unclear_since).toEqual(HOUR_AGO)
  })
})

describe("what is strict: an answer that cannot be told from another is a clear error", () => {
  const rows: [string, Oddity, string][] = [
    ["another transaction than was asked for", { transaction: { id: "STX_2" } }, "at id"],
    ["no id of the transaction", { transaction: { id: null } }, "at id"],
    ["an id that leads elsewhere", { transaction: { id: "../STX_1" } }, "at id"],
    ["another payment than was asked for", { payment: { id: "PCI_2" } }, "at id"],
    ["an id of 5,000 characters", { payment: { id: "P".repeat(5_000) } }, "at id"],
    [
      "a payment's id with a line break",
      { transaction: { transactions: [{ ...PCI_1, id: "PCI_1\nGET /" }] } },
      "at transactions.0.id",
    ],
    [
      "a payment without its id",
      { transaction: { transactions: [{ object: PCI_1.object }] } },
      "id",
    ],
    ["a status that is a list", { transaction: { status: ["ok"] } }, "at status"],
    [
      "a payment's status that is a list",
      { payment: { details: { status_simple: [1] } } },
      "status",
    ],
    ["an amount in euros", { payment: { amount: "44.85" } }, "at amount"],
    ["an amount with its currency", { payment: { amount: "4485 EUR" } }, "at amount"],
    ["an amount as an object", { payment: { amount: { value: 4485 } } }, "at amount"],
    [
      "a sum with a fraction",
      { transaction: { basket_info: { sum: 44.85 } } },
      "at basket_info.sum",
    ],
    ["a currency that is a sign", { payment: { currency: "€" } }, "at currency"],
    ["a currency that is a number", { payment: { currency: 978 } }, "at currency"],
    ["101 payments", { transaction: { transactions: manyPayments(101) } }, "at transactions"],
    ["an answer that is a text", { transaction: ["ok"] }, "at id"],
    [
      "a checkStatus without an amount, where nothing else says it",
      { payment: { amount: null }, check: { amount: null } },
      "at amount",
    ],
  ]

  it.each(rows)("%s", async (_what, oddity, words) => {
    const failure = await failureOf(look(oddity))
    expect(failure).toMatchObject({ kind: "unreadable", outcomeUnknown: false })
    expect(failure.message).toContain(
      `the reply does not fit ${words.startsWith("at ") ? words : ""}`,
    )
    expect(failure.message).toContain(words)
  })
})

function manyPayments(number: number) {
  return Array.from({ length: number }, (_, nth) => ({ ...PCI_1, id: `PCI_${nth}` }))
}

describe("a refund that hangs on the payment is found", () => {
  const rows: [string, unknown][] = [
    ["called a child", [{ id: "PCI_R", hierarchy: "child" }]],
    ["called a Child", [{ id: "PCI_R", hierarchy: "Child" }]],
    ["called nothing", [{ id: "PCI_R" }]],
    ["called something new", [{ id: "PCI_R", hierarchy: "sibling" }]],
    ["by its id alone", ["PCI_R"]],
    ["by number", { "1": { id: "PCI_R" } }],
    ["without its list", { id: "PCI_R" }],
    ["without an id", [{ trans_id: 8, ref_type_raw: "Erstattung" }]],
  ]

  it.each(rows)("%s: checkStatus says what is left", async (_what, related_transactions) => {
    const { row } = await endOf({ payment: { related_transactions }, check: { amount: "1000" } })
    expect(row).toMatchObject({ status: "accepted", effective_amount: 1000 })
  })

  it("unless it is called a parent", async () => {
    const related_transactions = [{ id: "PCI_0", hierarchy: "Parent" }]
    const { row } = await endOf({ payment: { related_transactions }, check: { amount: "1000" } })
    expect(row).toMatchObject({ status: "accepted", effective_amount: 4485 })
  })
})
