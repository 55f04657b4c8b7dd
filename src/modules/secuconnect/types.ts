export type {
  BegunCheckout,
  CheckoutRow,
  MoneyRequestRow,
  SecuconnectModuleService,
} from "./service"
export type { EventSource } from "../../mapping/words/findings"
export type { DeliveryReportRow } from "./models/delivery-report"
export type { PaymentSearch } from "./search/payment-filter"
export type { PaymentPage } from "./search/payment-search"
export type { GraphQuery } from "./read-payment-source"
export type { Settings } from "./settings/settings"
export type { SettingsPage } from "./settings/settings-book"
