export { mailEvent } from "./mail-event"
export { readOrderToPay } from "./read-order-to-pay"
export { tellRefund } from "./tell-refund"
