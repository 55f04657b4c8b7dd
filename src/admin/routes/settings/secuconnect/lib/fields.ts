/** How a setting is entered. */
export type Field =
  | { name: TextName; kind: "text" }
  | { name: NumberName; kind: "number"; unit: "hours" | "days" }
  | { name: DaysName; kind: "days" }
  | { name: SwitchName; kind: "switch" }
  | { name: "mailFooter"; kind: "lines" }
  | { name: "mails"; kind: "mails" }
  | { name: "checkoutTemplateId"; kind: "template" }
  | { name: "capture"; kind: "choice"; options: readonly ["automatic", "manual"] }
  | { name: "language"; kind: "choice"; options: readonly ["none", "de", "en"] }
  | { name: "basket"; kind: "choice"; options: readonly ["full", "single_line"] }
  | { name: "customer"; kind: "choice"; options: readonly ["send", "ask"] }

type TextName =
  | "contractId"
  | "shopName"
  | "shopLogoUrl"
  | "shopColor"
  | "storefrontOrderUrl"
  | "statementDescriptor"
type NumberName =
  "abandonAfterHours" | "orderFirstHours" | "prepaymentExpiryDays" | "paymentLinkDays"
/** One day or several. */
type DaysName = "prepaymentReminderDays" | "paymentLinkReminderDays"
type SwitchName =
  | "demo"
  | "lockCustomerData"
  | "orderFirst"
  | "cancelExpiredOrders"
  | "refundOrphans"
  | "reportDelivery"
  | "linkAfterReturnedDebit"
  | "linkAfterOrderChange"

export type FieldName = Field["name"]

/** The page's groups, in order. */
export const GROUPS = [
  {
    name: "account",
    fields: [
      { name: "contractId", kind: "text" },
      { name: "checkoutTemplateId", kind: "template" },
      { name: "demo", kind: "switch" },
    ],
  },
  {
    name: "checkout",
    fields: [
      { name: "language", kind: "choice", options: ["none", "de", "en"] },
      { name: "basket", kind: "choice", options: ["full", "single_line"] },
      { name: "customer", kind: "choice", options: ["send", "ask"] },
      { name: "lockCustomerData", kind: "switch" },
      { name: "shopName", kind: "text" },
      { name: "shopLogoUrl", kind: "text" },
      { name: "shopColor", kind: "text" },
      { name: "storefrontOrderUrl", kind: "text" },
      { name: "statementDescriptor", kind: "text" },
    ],
  },
  {
    name: "money",
    fields: [
      { name: "capture", kind: "choice", options: ["automatic", "manual"] },
      { name: "abandonAfterHours", kind: "number", unit: "hours" },
      { name: "orderFirst", kind: "switch" },
      { name: "orderFirstHours", kind: "number", unit: "hours" },
      { name: "paymentLinkDays", kind: "number", unit: "days" },
      { name: "refundOrphans", kind: "switch" },
      { name: "reportDelivery", kind: "switch" },
    ],
  },
  {
    name: "prepayment",
    fields: [
      { name: "prepaymentReminderDays", kind: "days" },
      { name: "prepaymentExpiryDays", kind: "number", unit: "days" },
      { name: "cancelExpiredOrders", kind: "switch" },
    ],
  },
  {
    name: "mails",
    fields: [
      { name: "mails", kind: "mails" },
      { name: "linkAfterReturnedDebit", kind: "switch" },
      { name: "linkAfterOrderChange", kind: "switch" },
      { name: "paymentLinkReminderDays", kind: "days" },
      { name: "mailFooter", kind: "lines" },
    ],
  },
] as const satisfies readonly { name: string; fields: readonly Field[] }[]

/** All of them, in the page's order. */
export const FIELDS: readonly Field[] = GROUPS.flatMap<Field>((group) => [...group.fields])
