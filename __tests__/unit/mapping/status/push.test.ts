import { readFileSync } from "node:fs"
import path from "node:path"
import { pushedPaymentIds } from "../../../../src/mapping/status/push"

const documented = (name: string): unknown =>
  JSON.parse(
    readFileSync(path.join(__dirname, "../../../fixtures/secuconnect", `${name}.json`), "utf8"),
  )

const entry = (id: unknown, object: unknown = "payment.transactions") => ({ object, id })
const push = (...data: unknown[]) => ({ object: "event.pushes", id: "evt_1", data })

describe("the payments that a push names", () => {
  it.each<[string, unknown, string[]]>([
    [
      "the documented push",
      documented("push.payment-changed.request"),
      ["PCI_2FY48DT0P2X6G636N5QK64UK2ADZAZ"],
    ],
    ["one of the old payment types", documented("push.legacy-invoice-changed.request"), []],
    ["several payments", push(entry("PCI_1"), entry("PCI_2")), ["PCI_1", "PCI_2"]],
    [
      "a payment among other things",
      push(entry("CRT_1", "general.contracts"), entry("PCI_1")),
      ["PCI_1"],
    ],
    ["only other things", push(entry("SUB_1", "payment.subscriptions")), []],
    ["no entry", push(), []],
    [
      "fields that nobody knows",
      { ...push({ ...entry("PCI_1"), amount: 1, status: "ok" }), x: 1 },
      ["PCI_1"],
    ],
    ["no list", { object: "event.pushes" }, []],
    ["an object instead of the list", { data: entry("PCI_1") }, []],
    ["an empty id", push(entry("")), []],
    ["a number for an id", push(entry(1)), []],
    ["an object for an id", push(entry({ $ne: null })), []],
    ["no type", push({ id: "PCI_1" }), []],
    ["an id longer than any", push(entry("P".repeat(101))), []],
    [
      "more entries than any push has",
      push(...Array.from({ length: 101 }, () => entry("PCI_1"))),
      [],
    ],
    ["text", "payment.transactions PCI_1", []],
    ["a list", [entry("PCI_1")], []],
    ["null", null, []],
    ["nothing", undefined, []],
    ["an empty body", {}, []],
  ])("%s", (_what, body, ids) => {
    expect(pushedPaymentIds(body)).toEqual(ids)
  })
})
