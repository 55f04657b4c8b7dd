/** Names of the simple status, by number. */
export const simpleStatusTexts: Readonly<Record<number, string>> = {
  1: "accepted",
  2: "authorized",
  3: "denied",
  4: "issue",
  5: "void",
  6: "issue resolved",
  7: "refund",
  9: "paid",
  10: "pending",
  13: "on hold",
  14: "waiting for shipment",
}

/**
 * Where the money is, which decides what a cancellation does:
 * `reserved` nothing has moved yet; `open` an invoice the buyer has not paid yet; `taken` only a
 * refund brings it back; `none` and `disputed` leave nothing to cancel.
 */
export type MoneyPlace = "reserved" | "open" | "taken" | "none" | "disputed"

export const paymentStateNames = [
  "authorized",
  "waiting_for_transfer",
  "risk_check",
  "accepted",
  "waiting_for_shipment",
  "invoice_open",
  "paid",
  "denied",
  "expired",
  "issue",
  "void",
  "issue_resolved",
  "refund_running",
  "on_hold",
  "unheard_of",
] as const

export type PaymentStateName = (typeof paymentStateNames)[number]

interface PaymentState {
  fine: number
  fineText: string
  simple: number
  money: MoneyPlace
}

/**
 * States of a Payment Transaction. Fine status numbers 6, 9, 25 and 86 are documented; those from
 * 901 are invented, because the vendor publishes no list.
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
export const paymentStates: Readonly<Record<PaymentStateName, PaymentState>> = {
  authorized: { fine: 9, fineText: "vorautorisiert", simple: 2, money: "reserved" },
  waiting_for_transfer: { fine: 25, fineText: "Vorkasse wartend", simple: 2, money: "reserved" },
  risk_check: { fine: 901, fineText: "in Prüfung", simple: 10, money: "reserved" },
  accepted: { fine: 6, fineText: "abgeschlossen", simple: 1, money: "taken" },
  waiting_for_shipment: { fine: 902, fineText: "Versand ausstehend", simple: 14, money: "open" },
  invoice_open: { fine: 86, fineText: "abgeschlossen (Rechnung offen)", simple: 1, money: "open" },
  paid: { fine: 903, fineText: "bezahlt", simple: 9, money: "taken" },
  denied: { fine: 904, fineText: "abgelehnt", simple: 3, money: "none" },
  expired: { fine: 905, fineText: "abgelaufen", simple: 3, money: "none" },
  issue: { fine: 906, fineText: "Problem", simple: 4, money: "disputed" },
  void: { fine: 907, fineText: "storniert", simple: 5, money: "none" },
  issue_resolved: { fine: 908, fineText: "Problem gelöst", simple: 6, money: "taken" },
  refund_running: { fine: 909, fineText: "zur Erstattung vorgemerkt", simple: 7, money: "none" },
  // Nothing leads to these but the control API: when they occur is not documented.
  on_hold: { fine: 910, fineText: "angehalten", simple: 13, money: "reserved" },
  unheard_of: { fine: 911, fineText: "unbekannt", simple: 99, money: "reserved" },
}
