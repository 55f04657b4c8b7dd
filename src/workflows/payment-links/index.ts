export { concludePaymentLinks } from "./conclude"
export {
  createPaymentLinkWorkflow,
  type CreatedPaymentLink,
  type CreatePaymentLinkInput,
} from "./create-payment-link"
export { linkForMail, mailLinkByItself } from "./by-itself"
export { canBePaid, linkForStorefront } from "./for-storefront"
export { listPaymentLinks } from "./list-payment-links"
export { remindOfLinksWorkflow } from "./remind-of-links"
export { sendPaymentLink } from "./send-link"
export { startLinkPayment } from "./start-payment"
export { findVisit, visitPage } from "./visit"
