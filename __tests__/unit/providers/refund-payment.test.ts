import { BigNumber } from "@medusajs/framework/utils"
import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"
import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import type { MoneyRequestRow } from "../../../src/modules/secuconnect/types"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, type Mishap, type Vendor } from "./support/vendor"

afterEach(stopServers)

type Earlier = Pick<MoneyRequestRow, "amount" | "amount_before"> & Partial<MoneyRequestRow>

const OWN_KEYS = [
  "checkout_id",
  "checkout_url",
  "is_demo",
  "method",
  "payment_ids",
  "session_id",
  "stx_id",
  "trans_id",
]

async function open(effective = 4485): Promise<{ vendor: Vendor; bench: Bench }> {
  const vendor = await startVendor({ effective })
  return { vendor, bench: await openBench(vendor.url) }
}

const refund = (bench: Bench, amount: BigNumberInput, refund_id = "ref_1") =>
  refundPayment(bench, { data: { checkout_id: bench.checkout.id }, amount, refund_id })

const states = async (bench: Bench) => (await bench.requests()).map(({ state }) => state)

describe("a refund without earlier ones in doubt", () => {
  it.each([
    { left: 4485, asked: 10, sent: ["cancel PCI_1 1000"] },
    { left: 4485, asked: 44.85, sent: ["cancel PCI_1 4485"] },
    { left: 500, asked: 5, sent: ["cancel PCI_1 500"] },
    { left: 4485, asked: 0.01, sent: ["cancel PCI_1 1"] },
    { left: 4485, asked: 0.005, sent: ["cancel PCI_1 1"] },
    { left: 4485, asked: 0.004, sent: [] },
  ])("$left cents are left, $asked is asked for: sends $sent", async ({ left, asked, sent }) => {
    const { vendor, bench } = await open(left)
    await refund(bench, asked)
    expect(vendor.moved).toEqual(sent)
    expect(await states(bench)).toEqual(["done"])
  })

  it.each([
    { left: 500, asked: 10, why: "only 5 EUR are left at secuconnect" },
    { left: 4485, asked: 44.86, why: "only 44.85 EUR are left at secuconnect" },
    { left: 0, asked: 10, why: "only 0 EUR are left at secuconnect" },
    { left: 4485, asked: 0, why: "there is nothing to give back" },
    { left: 4485, asked: -10, why: "there is nothing to give back" },
  ])("$left cents are left, $asked is asked for: $why", async ({ left, asked, why }) => {
    const { vendor, bench } = await open(left)
    await expect(refund(bench, asked)).rejects.toMatchObject({
      type: "not_allowed",
      code: "secuconnect_money_request_failed",
      message: `secuconnect: no refund, ${why}.`,
    })
    expect(vendor.moved).toEqual([])
    expect(await states(bench)).toEqual([])
  })

  const handedOut = z.custom<BigNumberInput>()
  it.each<[string, unknown]>([
    ["the raw object that Medusa really passes", { value: "10", precision: 20 }],
    ["a string", "10.00"],
    ["Medusa's BigNumber", new BigNumber(10)],
  ])("takes the amount as %s", async (_what, amount) => {
    const { vendor, bench } = await open()
    await refund(bench, handedOut.parse(amount))
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
  })

  it("is written down before it is sent, with what was there before and Medusa's own id", async () => {
    const { bench } = await open(3985)
    await refund(bench, 10, "ref_7")
    expect(await bench.requests()).toMatchObject([
      {
        checkout_id: bench.checkout.id,
        kind: "refund",
        target_id: "PCI_1",
        amount: 1000,
        amount_before: 3985,
        medusa_id: "ref_7",
        state: "done",
      },
    ])
  })

  it("returns every key of ours: Medusa merges them over what is there", async () => {
    const { bench } = await open()
    expect(Object.keys(await refund(bench, 10)).sort()).toEqual(OWN_KEYS)
  })

  it("twice for the same amount is two refunds when both were answered", async () => {
    const { vendor, bench } = await open()
    await refund(bench, 10, "ref_1")
    await refund(bench, 10, "ref_2")
    expect(vendor.moved).toEqual(["cancel PCI_1 1000", "cancel PCI_1 1000"])
  })
})

interface Doubt {
  doubt: string
  earlier: Earlier[]
  left: number
  asked: number
  sent: string[]
  states: string[]
}

describe("a refund after earlier ones whose answer got lost", () => {
  const lost = { amount: 1000, amount_before: 4485 }
  const rows: Doubt[] = [
    {
      doubt: "10.00 that was done",
      earlier: [lost],
      left: 3485,
      asked: 10,
      sent: [],
      states: ["done"],
    },
    {
      doubt: "10.00 that was not done",
      earlier: [lost],
      left: 4485,
      asked: 10,
      sent: ["cancel PCI_1 1000"],
      states: ["refused", "done"],
    },
    {
      doubt: "10.00 that was done, now 5.00",
      earlier: [lost],
      left: 3485,
      asked: 5,
      sent: ["cancel PCI_1 500"],
      states: ["done", "done"],
    },
    {
      doubt: "10.00 that was not done, now 5.00",
      earlier: [lost],
      left: 4485,
      asked: 5,
      sent: ["cancel PCI_1 500"],
      states: ["refused", "done"],
    },
    {
      doubt: "the whole amount that was done",
      earlier: [{ amount: 4485, amount_before: 4485 }],
      left: 0,
      asked: 44.85,
      sent: [],
      states: ["done"],
    },
    {
      doubt: "10.00 after an earlier 5.00 that was done",
      earlier: [{ amount: 1000, amount_before: 3985 }],
      left: 2985,
      asked: 10,
      sent: [],
      states: ["done"],
    },
    {
      doubt: "nothing: somebody refunded 10.00 in secuOffice",
      earlier: [],
      left: 3485,
      asked: 10,
      sent: ["cancel PCI_1 1000"],
      states: ["done"],
    },
    {
      doubt: "10.00, while 5.00 were refunded in secuOffice",
      earlier: [lost],
      left: 3985,
      asked: 10,
      sent: ["cancel PCI_1 1000"],
      states: ["refused", "done"],
    },
    {
      doubt: "nothing: the 10.00 of before were answered",
      earlier: [{ ...lost, state: "done" }],
      left: 3485,
      asked: 10,
      sent: ["cancel PCI_1 1000"],
      states: ["done", "done"],
    },
    {
      doubt: "nothing: the 10.00 of before were refused",
      earlier: [{ ...lost, state: "refused" }],
      left: 3485,
      asked: 10,
      sent: ["cancel PCI_1 1000"],
      states: ["refused", "done"],
    },
    {
      doubt: "nothing: what is open is a capture",
      earlier: [{ ...lost, kind: "capture" }],
      left: 3485,
      asked: 10,
      sent: ["cancel PCI_1 1000"],
      states: ["open", "done"],
    },
    {
      doubt: "nothing: what is open belongs to another checkout",
      earlier: [{ ...lost, checkout_id: "another" }],
      left: 3485,
      asked: 10,
      sent: ["cancel PCI_1 1000"],
      states: ["open", "done"],
    },
  ]
  it.each(rows)("in doubt: $doubt ($left left, $asked asked for)", async (row) => {
    const { vendor, bench } = await open(row.left)
    for (const fields of row.earlier) await bench.addRequest({ kind: "refund", ...fields })
    await refund(bench, row.asked)
    expect(vendor.moved).toEqual(row.sent)
    expect(await states(bench)).toEqual(row.states)
  })

  it("settles the earlier one also when the new one is impossible", async () => {
    const { vendor, bench } = await open(3485)
    await bench.addRequest({ kind: "refund", ...lost })
    await expect(refund(bench, 44.85)).rejects.toThrow("only 34.85 EUR are left")
    expect(vendor.moved).toEqual([])
    expect(await states(bench)).toEqual(["done"])
  })
})

describe("a refund whose answer is lost", () => {
  const done: Mishap[] = ["lost_after", "failed_after", "garbage_after"]
  it.each(done)("and that was done (%s): found by what is left, sent once", async (mishap) => {
    const { vendor, bench } = await open()
    vendor.mishap = mishap
    await refund(bench, 10)
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
    expect(await states(bench)).toEqual(["done"])
  })

  it("and that was not done: nothing is sent while it may still be, then it is sent again", async () => {
    const { vendor, bench } = await open()
    vendor.mishap = "lost_before"
    await expect(refund(bench, 10)).rejects.toMatchObject({
      code: "secuconnect_money_request_failed",
    })
    expect(await states(bench)).toEqual(["open"])
    vendor.mishap = null
    await expect(refund(bench, 10, "ref_2")).rejects.toThrow("another refund of this payment is")
    expect(vendor.moved).toEqual([])
    await bench.age()
    await refund(bench, 10, "ref_3")
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
    expect(await states(bench)).toEqual(["refused", "done"])
  })

  it("and what is left cannot be read either: an error, and a repetition sends nothing", async () => {
    const { vendor, bench } = await open()
    await bench.addRequest({ kind: "refund", amount: 1000, amount_before: 4485 })
    vendor.unreachable.add("PCI_1")
    await expect(refund(bench, 10)).rejects.toMatchObject({
      code: "secuconnect_money_request_failed",
    })
    expect(vendor.moved).toEqual([])
    expect(await states(bench)).toEqual(["open"])
  })

  it.each([
    ["before the next look", false],
    ["after a look that found the payment void", true],
  ])("for the whole amount, and is repeated %s: sent once", async (_when, looked) => {
    const { vendor, bench } = await open(0)
    await bench.addRequest({ kind: "refund", amount: 4485, amount_before: 4485 })
    Object.assign(vendor.transactions["STX_1"]?.payments[0] ?? {}, { status_simple: 5 })
    if (looked) await bench.ledger.refresh(await bench.read(), "push")
    await refund(bench, 44.85)
    expect(vendor.moved).toEqual([])
    expect(await states(bench)).toEqual(["done"])
  })
})

describe("a refund that secuconnect refuses", () => {
  it("tells cause and support id, and is settled", async () => {
    const { vendor, bench } = await open()
    vendor.mishap = "refused"
    await expect(refund(bench, 10)).rejects.toMatchObject({
      type: "not_allowed",
      code: "secuconnect_money_request_failed",
      message: "secuconnect: the refund failed. not possible (support id f4c1)",
    })
    expect(await states(bench)).toEqual(["refused"])
  })
})

describe("what cannot be refunded", () => {
  it("a checkout without a payment that could be", async () => {
    const vendor = await startVendor({ status_simple: 3 })
    const bench = await openBench(vendor.url)
    await expect(refund(bench, 10)).rejects.toThrow("there is no payment at secuconnect to refund")
    expect(vendor.moved).toEqual([])
  })

  it.each<[string, unknown]>([
    ["another plugin's payment", { id: "pi_1" }],
    ["a payment without data", undefined],
    ["a checkout that nobody knows", { checkout_id: "another" }],
    ["an empty id, which would find any", { checkout_id: "" }],
    ["an id that is none", { checkout_id: { $ne: null } }],
  ])("%s", async (_what, data) => {
    const { vendor, bench } = await open()
    const call = { data, amount: 10, refund_id: "ref_1" }
    await expect(refundPayment(bench, call)).rejects.toMatchObject({ type: "not_found" })
    expect(vendor.moved).toEqual([])
  })
})

it("goes to the payment that was taken, not to a try that was left", async () => {
  const { vendor, bench } = await open()
  const left = { id: "PCI_0", status_simple: 0, effective: 4485 }
  vendor.transactions["STX_1"]?.payments.unshift(left)
  await bench.ledger.refresh(bench.checkout, "push")
  await refund(bench, 10)
  expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
})
