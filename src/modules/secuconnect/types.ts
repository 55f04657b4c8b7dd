export type {
  BegunCheckout,
  CheckoutRow,
  EventSource,
  MoneyRequestRow,
  SecuconnectModuleService,
} from "./service"
export type { DeliveryReportRow } from "./models/delivery-report"
export type { PaymentSearch } from "./payment-filter"
export type { PaymentPage } from "./payment-search"
export type { GraphQuery } from "./read-payment-source"
export type { Settings } from "./settings"
export type { SettingsPage } from "./settings-book"
