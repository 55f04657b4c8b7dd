export { checkoutsToTell } from "./checkouts-of-order"
export { noteUnrelatedPush } from "./note-unrelated-push"
export { orderOfCart } from "./order-of-cart"
export { isTooSoon } from "./refresh-if-stale"
export { runScheduleWorkflow } from "./run-schedule"
export {
  syncCheckoutWorkflow,
  syncCheckoutWorkflowId,
  type SyncCheckoutInput,
} from "./sync-checkout"
export {
  syncCheckoutsWorkflow,
  type SyncCheckoutsInput,
  type SyncedCheckouts,
} from "./sync-checkouts"
