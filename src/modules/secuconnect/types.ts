export type {
  BegunCheckout,
  CheckoutRow,
  EventSource,
  MoneyRequestRow,
  NewCheckout,
  PaymentLinkRow,
  UnpaidOrderRow,
} from "./rows"
export type { OrderMoney } from "./order-locks"
export type { RefundTarget } from "./refunds"
export type { SecuconnectModuleService } from "./service"
export type { DeliveryReportRow } from "./models/delivery-report"
export type { PaymentSearch } from "./search/payment-filter"
export type { Settings } from "./settings/settings"
export type { SettingsPage } from "./settings/settings-book"
