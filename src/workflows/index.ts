export { auditBooksWorkflow, auditBooksWorkflowId } from "./audit"
export { syncCheckoutWorkflow, syncCheckoutWorkflowId } from "./sync-checkout"
