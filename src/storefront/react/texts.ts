import { toStoreLocale } from "../locale"

/** Everything that the components say by themselves. Each can be replaced by a prop `texts`. */
const de = {
  methods: "Zahlungsart",
  pay: "Zahlungspflichtig bestellen",
  /** For a cart with nothing to pay. */
  order: "Bestellen",
  pay_now: "Jetzt bezahlen",
  lost_failed:
    "Die Zahlung hat nicht geklappt. Es wurde nichts abgebucht, und Ihr Warenkorb ist unverändert.",
  lost_aborted: "Sie haben die Zahlung abgebrochen. Ihr Warenkorb ist unverändert.",
  return_checking: "Ihre Zahlung wird geprüft …",
  return_undecided:
    "Ihre Zahlung wird noch geprüft. Sobald sie bestätigt ist, erhalten Sie eine E-Mail. Bitte bezahlen Sie nicht noch einmal.",
  return_unknown:
    "Zu dieser Adresse kennen wir keine Zahlung. Wenn Sie bezahlt haben, erhalten Sie eine E-Mail.",
  look_again: "Status aktualisieren",
  show_order: "Zur Bestellung",
  state_open: "Noch nicht bezahlt",
  state_processing: "Wird geprüft",
  state_not_ordered: "Noch keine Bestellung",
  state_waiting: "Wartet auf Zahlungseingang",
  state_paid: "Bezahlt",
  state_refunded: "Erstattet",
  state_partly_refunded: "Teilweise erstattet",
  state_failed: "Fehlgeschlagen",
  state_aborted: "Storniert",
  /** Paid for the shop, and still to be paid by the shopper. */
  state_invoice: "Auf Rechnung",
  demo: "Testzahlung: Es fließt kein Geld.",
  transfer: "Bitte überweisen Sie",
  transfer_invoice: "Bitte überweisen Sie nach Erhalt der Ware",
  owner: "Empfänger",
  iban: "IBAN",
  bic: "BIC",
  bank_name: "Bank",
  amount: "Betrag",
  purpose: "Verwendungszweck",
  purpose_note:
    "Bitte geben Sie genau diesen Verwendungszweck an, damit wir Ihre Zahlung zuordnen können.",
  qr: "QR-Code für Ihre Banking-App mit allen Angaben der Überweisung",
  qr_note: "Mit der Banking-App scannen",
  /** `{label}` is the name of the field. */
  copy: "{label} kopieren",
  copied: "Kopiert",
  print: "Drucken",
}

export type KitTexts = Record<keyof typeof de, string>

const en: KitTexts = {
  methods: "Payment method",
  pay: "Buy now",
  order: "Place order",
  pay_now: "Pay now",
  lost_failed: "The payment failed. Nothing was charged, and your cart is unchanged.",
  lost_aborted: "You canceled the payment. Your cart is unchanged.",
  return_checking: "Checking your payment …",
  return_undecided:
    "Your payment is still being checked. You will get an e-mail as soon as it is confirmed. Please do not pay again.",
  return_unknown:
    "We know of no payment at this address. If you have paid, you will get an e-mail.",
  look_again: "Refresh the status",
  show_order: "Show my order",
  state_open: "Not paid yet",
  state_processing: "Being checked",
  state_not_ordered: "No order yet",
  state_waiting: "Waiting for payment",
  state_paid: "Paid",
  state_refunded: "Refunded",
  state_partly_refunded: "Partially refunded",
  state_failed: "Failed",
  state_aborted: "Canceled",
  state_invoice: "By invoice",
  demo: "Test payment: no money moves.",
  transfer: "Please transfer",
  transfer_invoice: "Please transfer once you have received your order",
  owner: "Recipient",
  iban: "IBAN",
  bic: "BIC",
  bank_name: "Bank",
  amount: "Amount",
  purpose: "Payment reference",
  purpose_note: "Please use exactly this reference so we can match your payment.",
  qr: "QR code for your banking app with all transfer details",
  qr_note: "Scan with your banking app",
  copy: "Copy: {label}",
  copied: "Copied",
  print: "Print",
}

/** What every component takes to speak. */
export interface Spoken {
  /** `de`, `en` or a longer tag; English unless given. */
  locale?: string | undefined
  /** Instead of the kit's own. */
  texts?: Partial<KitTexts> | undefined
}

export function textsOf({ locale, texts }: Spoken): KitTexts {
  return { ...(toStoreLocale(locale) === "de" ? de : en), ...texts }
}
