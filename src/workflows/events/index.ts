export { mailEvent } from "./mail-event"
export { readOrderToPay } from "./read-order-to-pay"
export { sendMail, type LinkForMail, type MailEnd, type MailOutcome } from "./send-mail"
export { tellRefund } from "./tell-refund"
