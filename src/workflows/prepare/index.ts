export { beforeCompletion } from "./before-completion"
export { listPaymentChoices } from "./payment-choices"
export { prepareCheckoutWorkflow } from "./prepare-checkout"
export { startInTurn } from "./start-in-turn"
