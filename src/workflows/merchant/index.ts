export { withRegionLock } from "../locks"
export { cancelTransferWorkflow, type CancelTransferInput } from "./cancel-transfer"
export { remindCustomerWorkflow, type RemindCustomerInput } from "./remind-customer"
export {
  resolveOrphanWorkflow,
  type OrphanResolution,
  type ResolveOrphanInput,
} from "./resolve-orphan"
export { sendSampleMailWorkflow } from "./send-sample-mail"
export { startTestPaymentWorkflow, type StartTestPaymentInput } from "./start-test-payment"
export { testConnection } from "./test-connection"
