import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { notAllowed } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { syncCheckout } from "../sync/sync-checkout"
import { resolveDeps, type Deps } from "../deps"

/**
 * `refund`: give the money back. `keep`: leave it where it is, the shop deals with it elsewhere.
 * `complete`: place the order after all, for instance after restocking.
 */
export type OrphanResolution = "refund" | "keep" | "complete"

/** What says that money has no order. */
const ORPHANED: ReadonlySet<string | null> = new Set(["orphaned", "mismatch"])

export interface ResolveOrphanInput {
  /** Id of the ledger's row, `scchk_…`. */
  checkout_id: string
  resolution: OrphanResolution
}

async function resolveOrphan(
  deps: Deps,
  { checkout_id, resolution }: ResolveOrphanInput,
): Promise<CheckoutRow> {
  const { ledger } = deps
  const before = await syncCheckout(deps, { checkout_id, source: "admin" })
  if (isOrderedMeanwhile(before, resolution)) return before
  const obstacle = obstacleTo(before, resolution)
  if (obstacle) throw refusal(obstacle)
  const orphan_resolution = resolution === "complete" ? null : resolution
  await ledger.writeCheckout({ id: checkout_id, orphan_resolution })
  await ledger.note(checkout_id, "admin", { finding: `orphan_${resolution}` })
  const after = await syncCheckout(deps, { checkout_id, source: "admin" })
  if (!ORPHANED.has(after.attention)) return after
  throw refusal(
    resolution === "complete"
      ? "the cart cannot be completed. Its reason is in the payment's timeline"
      : "it did not work yet and is tried again. The reason is in the payment's timeline",
  )
}

/** The look alone has placed the order: that is what was asked for. */
function isOrderedMeanwhile(
  { order_id, attention }: CheckoutRow,
  resolution: OrphanResolution,
): boolean {
  return resolution === "complete" && order_id !== null && attention === null
}

function obstacleTo(
  { status, attention }: CheckoutRow,
  resolution: OrphanResolution,
): string | null {
  if (!ORPHANED.has(attention)) return "this payment needs no decision"
  if (status === "accepted" || resolution === "complete") return null
  return "nothing was paid yet. Cancel the payment instead"
}

function refusal(why: string) {
  return notAllowed(`secuconnect: ${why}.`, "secuconnect_money_request_failed")
}

const resolveOrphanId = "secuconnect-resolve-orphan"

const resolveOrphanStep = createStep(
  resolveOrphanId,
  async (input: ResolveOrphanInput, { container }) =>
    new StepResponse(await resolveOrphan(resolveDeps(container), input)),
)

/**
 * Decides about a payment that has no order. The decision is written down first; the sync carries it
 * out, and the schedule repeats it until it is done.
 *
 * @example
 * await resolveOrphanWorkflow(deps).run({
 *   input: { checkout_id: "scchk_01…", resolution: "refund" },
 * })
 *
 * @returns the ledger's row as it is afterwards; amounts in minor units
 * @throws MedusaError (`not_allowed`) when the payment needs no decision, or it could not be carried
 * out now; what `syncCheckoutWorkflow` throws
 */
export const resolveOrphanWorkflow = createWorkflow(
  resolveOrphanId,
  (input: ResolveOrphanInput) => new WorkflowResponse(resolveOrphanStep(input)),
)
