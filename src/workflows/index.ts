export { syncCheckoutWorkflow, syncCheckoutWorkflowId } from "./sync-checkout"
