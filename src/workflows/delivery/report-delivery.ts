import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { CheckoutRow, DeliveryReportRow, EventSource } from "../../modules/secuconnect/types"
import { sendDeliveryReports } from "./send-delivery-reports"
import { resolveDeps, type Deps } from "../deps"
import { writeDown } from "./write-down"

export interface ReportDeliveryInput {
  /** Medusa's id of the order. */
  order_id: string
  /** Who asks; `"medusa"` unless told otherwise. */
  source?: EventSource
  /** Nothing more will be sent, whatever Medusa waits for: what was sent last makes an invoice due. */
  is_complete?: boolean
}

async function reportDelivery(
  deps: Deps,
  { order_id, source = "medusa", is_complete = false }: ReportDeliveryInput,
): Promise<DeliveryReportRow[]> {
  const { ledger } = deps
  if (!order_id || !(await isWanted(deps, source))) return []
  const checkouts = await listReported(deps, order_id)
  if (checkouts.length === 0) return []
  const checkoutIds = checkouts.map(({ id }) => id)
  if (source === "admin") await reopenRefused(deps, checkoutIds)
  await writeDown(deps, { order_id, is_complete }, checkouts)
  for (const checkout of checkouts) await sendDeliveryReports(deps, checkout, source)
  return await ledger.listDeliveryReports(
    { checkout_id: checkoutIds },
    { order: { created_at: "ASC" } },
  )
}

async function isWanted({ ledger }: Deps, source: EventSource): Promise<boolean> {
  return source === "admin" || (await ledger.getSettings()).reportDelivery
}

/**
 * The payments that the order was paid with, or counts on: a report of one that is not accepted or booked
 * yet, or that differs from what was asked for, is written down and waits.
 */
async function listReported(deps: Deps, order_id: string): Promise<CheckoutRow[]> {
  const { ledger } = deps
  const base_url = ledger.client.baseUrl
  const found = await ledger.listCheckouts({
    ...{ order_id, base_url, creation: "open", is_test_payment: false },
  })
  return found.filter(isReported)
}

/** A transfer that has not come is no payment of goods that were shipped, nor is one that no order wants. */
function isReported({ status, unclear_since, attention }: CheckoutRow): boolean {
  if (attention === "orphaned") return false
  if (status === "accepted" || status === "authorized") return true
  return status === "waiting" && unclear_since !== null
}

async function reopenRefused(deps: Deps, checkout_id: string[]): Promise<void> {
  const { ledger } = deps
  const refused = await ledger.listDeliveryReports({ checkout_id, state: "refused" })
  await ledger.updateDeliveryReports(
    refused.map(({ id }) => ({ id, state: "open" as const, attempts: 0, tried_at: null })),
  )
}

const reportDeliveryId = "secuconnect-report-delivery"

const reportDeliveryStep = createStep(
  reportDeliveryId,
  async (input: ReportDeliveryInput, { container }) =>
    new StepResponse(await reportDelivery(resolveDeps(container), input)),
)

/**
 * Reports to secuconnect what has left the shop of an order, as far as it does not know yet: of every
 * payment that the order was paid with. The reports are written down first; what secuconnect does
 * not take now is repeated by the schedule.
 *
 * Does nothing where the setting `reportDelivery` is off, unless a person asks (`source: "admin"`).
 * A person's request also repeats what secuconnect has refused. An article that is refunded instead of sent
 * stays unsent in Medusa: then a person says by `is_complete` that nothing more comes.
 *
 * @example
 * const { result: reports } = await reportDeliveryWorkflow(deps).run({
 *   input: { order_id: "order_01…", source: "admin" },
 * })
 * const missing = reports.filter(({ state }) => state !== "done")
 *
 * @returns every report of the order, oldest first, as it stands now; `problem` says what
 * secuconnect answered where it did not take one
 * @throws the lock's or the database's own error; none when secuconnect does not take a report
 */
export const reportDeliveryWorkflow = createWorkflow(
  reportDeliveryId,
  (input: ReportDeliveryInput) => new WorkflowResponse(reportDeliveryStep(input)),
)
