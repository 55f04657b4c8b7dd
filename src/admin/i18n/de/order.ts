import type { InvoiceStep, PaymentAction, PaymentState } from "../../../http-types"
import type { order as english } from "../en/order"
import type { Words } from "../words"
import { finding, source } from "./history"
import { mismatchOf, orphan, reasonOf, warning } from "./notices"

const state: Record<PaymentState, string> = {
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
}

const actions: Record<PaymentAction, string> = {
  refresh: "Status aktualisieren",
  remind: "Erinnerung senden",
  report_delivery: "Versand melden",
  cancel: "Zahlung stornieren",
  refund: "Zahlung erstatten",
  keep: "Zahlung behalten",
  complete: "Bestellung anlegen",
}

const done: Record<PaymentAction, string> = {
  refresh: "Der Status ist aktuell.",
  remind: "Die Erinnerung ist unterwegs.",
  report_delivery: "Der Versand wurde an secuconnect gemeldet.",
  cancel: "Die Zahlung wurde storniert.",
  refund: "Die Zahlung wird an den Kunden erstattet.",
  keep: "Gespeichert: Sie behalten die Zahlung.",
  complete: "Die Bestellung wurde angelegt.",
}

const confirm = {
  cancel: {
    title: "Diese Zahlung stornieren?",
    text: "Ein autorisierter Betrag wird freigegeben, und die Bankverbindung dieser Zahlung gilt nicht mehr. Ist die Überweisung schon unterwegs, erscheint sie als Zahlung ohne Bestellung.",
    yes: "Zahlung stornieren",
  },
  refund: {
    title: "{{amount}} erstatten?",
    text: "secuconnect erstattet dem Kunden den gesamten Betrag. Das lässt sich nicht rückgängig machen.",
    yes: "Erstatten",
  },
  keep: {
    title: "{{amount}} behalten?",
    text: "Sie behalten das Geld, und dieser Hinweis verschwindet. Tun Sie das nur, wenn Sie es mit dem Kunden vereinbart haben, etwa weil Sie die Zahlung einer anderen Bestellung zuordnen.",
    yes: "Zahlung behalten",
  },
  complete: {
    title: "Bestellung anlegen?",
    text: "Medusa legt die Bestellung zum bezahlten Warenkorb an, als hätte der Kunde gerade bestellt. Prüfen Sie vorher, ob alles vorrätig ist.",
    yes: "Bestellung anlegen",
  },
}

const steps: Record<InvoiceStep, string> = {
  accepted: "Von secupay angenommen",
  reported: "Versand gemeldet",
  paid: "Bezahlt",
}

const missing: Record<InvoiceStep, string> = {
  accepted:
    "Versenden Sie jetzt. Sobald Sie die letzte Sendung als versendet markieren, wird sie an secupay gemeldet und die Rechnung fällig.",
  reported: "Die Rechnung ist fällig. secupay wartet auf die Zahlung des Kunden.",
  paid: "Es fehlt nichts. Die Auszahlung finden Sie in secuOffice.",
}

export const order: Words<typeof english> = {
  title: "secuconnect",
  state,
  amounts: {
    amount: "Betrag",
    authorized: "Autorisiert",
    captured: "Erfasst",
    refunded: "Erstattet",
    effective: "Nach Erstattungen",
  },
  ids: {
    reference: "Referenz",
    stx: "Smart Transaction",
    payment: "Zahlung",
    ta: "TA-Code",
  },
  lastChecked: "Zuletzt geprüft",
  nextCheck: "Nächste Prüfung",
  neverChecked: "Noch nie",
  noNextCheck: "Wenn secuconnect eine Änderung meldet",
  reminded: "Erinnerung gesendet",
  transfer: {
    title: "Bankverbindung für die Überweisung",
    owner: "Empfänger",
    iban: "IBAN",
    bic: "BIC",
    bank: "Bank",
    purpose: "Verwendungszweck",
    amount: "Offener Betrag",
    due: "Zu überweisen bis",
    qr: "QR-Code für eine Banking-App mit allen Angaben dieser Überweisung",
    copyAll: "Als Text für eine E-Mail kopieren",
    mail: "Bitte überweisen Sie:",
  },
  invoice: {
    title: "Rechnung",
    steps,
    done: "Erledigt",
    open: "Fehlt noch",
    unsent:
      "Noch nicht versendet: {{items}}. Die Rechnung wird mit der letzten Sendung fällig. Wird nichts mehr versendet, etwa weil Sie es erstattet haben, wählen Sie „Versand melden“.",
    missing,
  },
  actionsMenu: "Aktionen",
  actions,
  done,
  confirm,
  incomplete: {
    title: "Versand als vollständig melden?",
    text: "Noch nicht versendet: {{items}}. Bestätigen Sie nur, wenn von dieser Bestellung nichts mehr versendet wird: Die Rechnung wird über das fällig, was von ihrem Betrag übrig ist. Das lässt sich nicht rückgängig machen.",
    yes: "Als vollständig melden",
  },
  warning,
  because: "Ursache: {{cause}}",
  bothSums: "Bezahlt: {{paid}}. Zu bezahlen: {{due}}.",
  mismatchOf,
  reasonOf,
  orphan,
  timeline: {
    show: "Verlauf anzeigen",
    hide: "Verlauf ausblenden",
    started: "Zahlung erstellt",
  },
  source,
  finding,
}
