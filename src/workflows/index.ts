export { auditBooksWorkflow, auditBooksWorkflowId } from "./audit/workflow"
export { syncCheckoutWorkflow, syncCheckoutWorkflowId } from "./sync/workflow"
