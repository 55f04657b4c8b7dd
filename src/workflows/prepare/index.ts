export { listPaymentChoices } from "./payment-choices"
export { prepareCheckoutWorkflow } from "./prepare-checkout"
