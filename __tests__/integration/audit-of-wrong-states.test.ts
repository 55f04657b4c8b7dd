import { rowOf } from "../support/ledger"
import { startShop, type OwnShop } from "../support/shop"
import { WRONG_STATES } from "../support/wrong-states"
import { runAudit, type AuditRun } from "../soak/run-audit"

/*
 * Each state is made directly in the database and at secuconnect, after the plugin has done its work
 * and while it sleeps: so it can be made, and is named, however well the plugin keeps it from happening.
 * What its schedule would put right at once is made when the store has ended.
 */

let shop: OwnShop
let audit: AuditRun
/** Of each state, in their order. */
const references: string[] = []

/** What the audit's table says of a checkout: [list, law]. */
function rowsOf(reference: string): [string, string][] {
  return audit.text
    .split("\n")
    .map((line) => line.split(","))
    .filter((cells) => cells[1] === reference)
    .map(([list = "", , , law = ""]) => [list, law])
}

beforeAll(async () => {
  const sandbox = { pushes: false }
  shop = await startShop({ clock: "stands", sandbox, options: { capture: "manual" } })
  const found: { stx: string }[] = []
  for (const state of WRONG_STATES) {
    const { unknownPayment, ...payment } = await state.arrange(shop)
    found.push(payment)
    references.push(unknownPayment ?? (await rowOf(shop, payment)).reference)
  }
  await shop.kill()
  for (const [nth, payment] of found.entries()) {
    await WRONG_STATES[nth]?.arrangeStopped?.(shop, payment)
  }
  audit = await runAudit(shop.command.env, "from=2020-01-01", "to=2100-01-01", "csv")
})

afterAll(() => shop.stop())

it.each(WRONG_STATES.map((state, nth) => ({ ...state, nth })))(
  "$kind: $what: the audit names $laws",
  ({ nth, laws }) => {
    const named = rowsOf(references[nth] ?? "").filter(([list]) => list === "violation")
    expect(named.map(([, law]) => law)).toEqual(expect.arrayContaining(laws))
  },
)

it("ends with 1", () => {
  expect(audit.code).toBe(1)
})

it("has a state of each kind", () => {
  const kinds = new Set(WRONG_STATES.map(({ kind }) => kind))
  expect([...kinds].join("")).toBe("ABCDEFGHIJKLMNOP")
})
