import type { Attention } from "../words/findings"
import type { Language } from "../words/language"
import type { PaymentState } from "../words/payments"

/** The columns of the exported file. */
export const CSV_HEADERS = {
  de: [
    "Erstellt",
    "Bestellung",
    "Status",
    "Zahlungsart",
    "Betrag",
    "Nach Erstattungen",
    "Währung",
    "Referenz",
    "Smart Transaction",
    "Zahlungen",
    "TA-Code",
    "Handlungsbedarf",
    "Test",
    "Zuletzt geprüft",
  ],
  en: [
    "Created",
    "Order",
    "Status",
    "Payment method",
    "Amount",
    "Net of refunds",
    "Currency",
    "Reference",
    "Smart Transaction",
    "Payments",
    "TA code",
    "Needs attention",
    "Test",
    "Last checked",
  ],
} as const satisfies Record<Language, string[]>

/** As in the admin; a test holds them together. */
export const CSV_STATES: Record<Language, Record<PaymentState, string>> = {
  de: {
    not_started: "Nicht gestartet",
    unclear: "Ergebnis unbekannt",
    open: "Noch nicht bezahlt",
    waiting: "Wartet auf Überweisung",
    under_review: "In Prüfung",
    authorized: "Autorisiert",
    accepted: "Angenommen",
    paid: "Bezahlt",
    disputed: "Rückbuchung",
    differs: "Zahlung weicht ab",
    partly_refunded: "Teilweise erstattet",
    refunded: "Erstattet",
    failed: "Fehlgeschlagen",
    cancelled: "Storniert",
  },
  en: {
    not_started: "Not started",
    unclear: "Outcome unknown",
    open: "Not paid yet",
    waiting: "Waiting for bank transfer",
    under_review: "Under review",
    authorized: "Authorized",
    accepted: "Accepted",
    paid: "Paid",
    disputed: "Disputed",
    differs: "Payment differs",
    partly_refunded: "Partially refunded",
    refunded: "Refunded",
    failed: "Failed",
    cancelled: "Canceled",
  },
}

export const CSV_ATTENTIONS: Record<Language, Record<Attention, string>> = {
  de: {
    mismatch: "Zahlung weicht von der Bestellung ab",
    amount_differs: "Bestellsumme weicht ab",
    orphaned: "Zahlung ohne Bestellung",
    payment_failed: "Zahlung fehlgeschlagen",
    payment_expired: "Überweisung nicht eingegangen",
    transfer_too_high: "Überweisung zu hoch",
    not_booked: "Zahlung nicht in Medusa verbucht",
    not_cancelled: "Zahlung noch nicht storniert",
    disputed: "Rückbuchung oder Rücklastschrift",
    refund_failed: "Erstattung fehlgeschlagen",
    refund_not_booked: "Erstattung nicht in Medusa verbucht",
  },
  en: {
    mismatch: "Payment differs from the order",
    amount_differs: "Order total differs",
    orphaned: "Payment without order",
    payment_failed: "Payment failed",
    payment_expired: "Bank transfer did not arrive",
    transfer_too_high: "Bank transfer too high",
    not_booked: "Payment not recorded in Medusa",
    not_cancelled: "Payment not canceled yet",
    disputed: "Chargeback or returned debit",
    refund_failed: "Refund failed",
    refund_not_booked: "Refund not recorded in Medusa",
  },
}
