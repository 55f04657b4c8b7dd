export { reportDeliveryWorkflow, type ReportDeliveryInput } from "./report-delivery"
