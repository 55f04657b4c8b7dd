import { recordRefund } from "../../../src/workflows/events/record-refund"
import { openBench } from "../providers/support/ledger"
import { startVendor } from "../providers/support/vendor"
import { stopServers } from "../secuconnect/support/server"

afterEach(stopServers)

/** Finds these totals one after the other; gives what was told. Minor units, then major ones. */
async function tell(...totals: number[]) {
  const { ledger, checkout } = await openBench((await startVendor()).url)
  for (const refunded of totals) {
    await recordRefund({ ledger }, checkout, { refunded, source: "push" })
  }
  const events = await ledger.listCheckoutEvents({ checkout_id: checkout.id })
  return events
    .filter(({ event_name }) => event_name === "secuconnect.refund_made")
    .map(({ payload }) => [payload?.["refunded_amount"], payload?.["refunded_total"]])
}

it.each<[string, number[], number[][]]>([
  ["nothing", [0], []],
  ["a refund", [500], [[5, 5]]],
  ["the same, found again", [500, 500, 500], [[5, 5]]],
  [
    "two refunds, each by itself",
    [500, 1790],
    [
      [5, 5],
      [12.9, 17.9],
    ],
  ],
  ["two refunds, found together", [1790], [[17.9, 17.9]]],
  ["a refund that failed afterwards", [500, 0], [[5, 5]]],
  ["a refund that failed and was made again", [500, 0, 500], [[5, 5]]],
])("tells of %s", async (_what, totals, told) => {
  expect(await tell(...totals)).toEqual(told)
})
