export { mailTransferDetails } from "./mail-transfer-details"
export { readOrderToPay } from "./read-order-to-pay"
