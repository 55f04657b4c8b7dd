export { cancelUnpaidOrdersWorkflow } from "./cancel-unpaid-orders"
export { leadToPage } from "./lead-to-page"
export { mailFirstLink } from "./mail-first-link"
