export { auditBooksWorkflow, auditBooksWorkflowId, type AuditInput } from "./audit-books"
