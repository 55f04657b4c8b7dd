/**
 * What a shop may call, from its own routes, subscribers, jobs and workflows:
 * `import { syncCheckoutWorkflow } from "medusa-payment-secuconnect/workflows"`.
 *
 * Each takes the locks that it needs. See docs/events.md, "In the shop's own code".
 */
export { auditBooksWorkflow, auditBooksWorkflowId, type AuditInput } from "./audit"
export { reportDeliveryWorkflow, type ReportDeliveryInput } from "./delivery"
export {
  cancelTransferWorkflow,
  remindCustomerWorkflow,
  resolveOrphanWorkflow,
  startTestPaymentWorkflow,
  type CancelTransferInput,
  type OrphanResolution,
  type RemindCustomerInput,
  type ResolveOrphanInput,
  type StartTestPaymentInput,
} from "./merchant"
export {
  createPaymentLinkWorkflow,
  type CreatedPaymentLink,
  type CreatePaymentLinkInput,
} from "./payment-links"
export {
  syncCheckoutsWorkflow,
  syncCheckoutWorkflow,
  syncCheckoutWorkflowId,
  type SyncCheckoutInput,
  type SyncCheckoutsInput,
  type SyncedCheckouts,
} from "./sync"
