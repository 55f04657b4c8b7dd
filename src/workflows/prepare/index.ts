export { listPaymentChoices } from "./payment-choices"
export {
  prepareCheckoutWorkflow,
  type PrepareCheckoutInput,
  type PreparedCheckout,
} from "./prepare-checkout"
