export { mailTransferDetails } from "./mail-transfer-details"
