export type {
  BegunCheckout,
  CheckoutRow,
  EventSource,
  MoneyRequestRow,
  NewCheckout,
  SecuconnectModuleService,
} from "./service"
export type { Settings } from "./settings"
