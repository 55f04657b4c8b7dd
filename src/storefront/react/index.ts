/**
 * The storefront kit for React 18 and 19: hooks, and components without styles. Hooks take functions
 * that answer results of the kit: calls with a client, or server actions.
 */
export { OrderPayment, type OrderPaymentProps } from "./order-payment"
export { PayButton, type PayButtonProps } from "./pay-button"
export { PaymentForm, type PaymentFormProps } from "./payment-form"
export { PaymentMethods, type PaymentMethodsProps } from "./payment-methods"
export { PaymentReturn, type PaymentReturnProps } from "./payment-return"
export { isInvoice, PaymentState, type PaymentStateProps } from "./payment-state"
export type { KitTexts, Spoken } from "./texts"
export { TransferDetails, type TransferDetailsProps } from "./transfer-details"
export { type ChosenMethod, useChosenMethod } from "./use-chosen-method"
export { type OrderPaymentState, type UseOrderPayment, useOrderPayment } from "./use-order-payment"
export { type Paid, type PayState, type UsePay, usePay } from "./use-pay"
export {
  type PaymentMethodsState,
  type UsePaymentMethods,
  usePaymentMethods,
} from "./use-payment-methods"
export { type ReturnState, type UseReturn, useReturn } from "./use-return"
