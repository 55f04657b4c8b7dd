import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { auditBooksStep, type AuditInput } from "./audit-books"

export const auditBooksWorkflowId = "secuconnect-audit-books"

/**
 * Compares ledger, Medusa and secuconnect for every checkout that was begun in a time span. Changes
 * nothing; calls secuconnect about three times for each. Amounts in the result are minor units.
 */
export const auditBooksWorkflow = createWorkflow(auditBooksWorkflowId, (input: AuditInput) => {
  return new WorkflowResponse(auditBooksStep(input))
})
