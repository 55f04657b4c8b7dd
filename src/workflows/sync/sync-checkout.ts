import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { withCheckoutLock } from "../locks"
import { repairAndReconcile } from "./repair-and-reconcile"
import { refreshIfStale, SyncTooSoonError } from "./refresh-if-stale"
import { withSyncSlot } from "./sync-slots"
import { resolveDeps, type Deps } from "../deps"

export interface SyncCheckoutInput {
  /** Id of the ledger's row, `scchk_…`. */
  checkout_id: string
  /** Who asks, for the payment's history; `"medusa"` unless told otherwise. */
  source?: EventSource
}

/** For one whole sync, waiting for the lock included: secuconnect gives a push up after 30 s. */
const DEADLINE_MS = 20_000

/** The sync took longer than its deadline; what is running goes on and is found by the next one. */
export class SyncDeadlineError extends Error {
  override name = "SyncDeadlineError"
}

/** What `syncCheckoutWorkflow` does, for the other workflows. */
export async function syncCheckout(
  deps: Deps,
  { checkout_id, source = "medusa" }: SyncCheckoutInput,
): Promise<CheckoutRow> {
  const deadline = Date.now() + DEADLINE_MS
  const asked_at = await deps.ledger.now()
  const sync = async () => {
    if (Date.now() >= deadline) throw new SyncDeadlineError()
    await refreshIfStale(deps, { checkout_id, source, asked_at, deadline })
    return await repairAndReconcile(deps, { checkout_id, source })
  }
  const work = withCheckoutLock(deps, checkout_id, () => withSyncSlot(source, sync))
  try {
    return await withDeadline(work, deadline)
  } catch (error) {
    await leaveForLater(deps, { checkout_id, source }, error)
    throw error
  }
}

/**
 * What did not work now is due at once; what was asked too soon, as soon as it is its turn: a push says
 * that something has changed. A database that is away is no second error.
 */
async function leaveForLater(
  { ledger }: Deps,
  { checkout_id: id, source }: Required<SyncCheckoutInput>,
  error: unknown,
): Promise<void> {
  // The schedule keeps distances of its own, and a waiting page asks again.
  const isTooSoon = error instanceof SyncTooSoonError
  if (source === "schedule" || (isTooSoon && source === "poll")) return
  const makeDue = async () => await ledger.writeCheckout({ id, due_at: await ledger.now() })
  await (isTooSoon ? ledger.turns.checkLater(id, error.wait_s) : makeDue()).catch(() => null)
}

async function withDeadline<T>(work: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SyncDeadlineError()), deadline - Date.now())
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

export const syncCheckoutWorkflowId = "secuconnect-sync-checkout"

const syncCheckoutStep = createStep(
  syncCheckoutWorkflowId,
  async (input: SyncCheckoutInput, { container }) =>
    new StepResponse(await syncCheckout(resolveDeps(container), input)),
)

/**
 * Brings Medusa and secuconnect together for one checkout: reads the Smart Transaction, decides,
 * acts, and checks the result. Syncs of one checkout run one at a time on all servers, and doing it twice or
 * after a crash changes nothing more. One sync takes at most 20 s.
 *
 * Never run it while you hold the lock of a cart: it completes carts.
 *
 * @example
 * const { result: checkout } = await syncCheckoutWorkflow(deps).run({
 *   input: { checkout_id: "scchk_01…" },
 * })
 * console.log(checkout.status, checkout.order_id)
 *
 * @returns the ledger's row as it is afterwards; amounts in minor units
 * @throws an error named `Secuconnect…Error` when secuconnect cannot be read, `SyncDeadlineError`
 * when it took too long, `SyncBusyError` when this process has too many syncs to do, `SyncTooSoonError`
 * when the checkout was read too often lately, MedusaError (`not_found`) when there is no such
 * checkout. After all but the last the schedule checks it soon
 */
export const syncCheckoutWorkflow = createWorkflow(
  syncCheckoutWorkflowId,
  (input: SyncCheckoutInput) => new WorkflowResponse(syncCheckoutStep(input)),
)
