import type { Refunded } from "../views/refunded"
import type { Language } from "../words/language"
import type { PageReason } from "./reason"
import type { PageState } from "./page-state"

interface StateText {
  title: string
  /** Empty where the title says it all. */
  text: string
}

/** Why a payment was not started, in one word. */
export const PAGE_NOTICES = ["method", "too_many", "busy", "unavailable"] as const

export type PageNotice = (typeof PAGE_NOTICES)[number]

type Word =
  | "order"
  | "amount"
  | "payBy"
  | "choose"
  | "chooseAnother"
  | "reload"
  | "backToOrder"
  | "test"
  | "by"

interface PageTexts extends Record<Word, string> {
  states: Record<PageState, StateText>
  reasons: Record<PageReason, string>
  notices: Record<PageNotice, string>
  refunded: Record<Refunded, string>
  otherLanguage: string
  transfer: Record<
    "title" | "or" | "owner" | "iban" | "bic" | "bank" | "purpose" | "amount" | "qr" | "word",
    string
  >
}

/** Everything that the payment page of an order says, in both languages. */
export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = {
  de: {
    states: {
      unknown: {
        title: "Diese Seite wurde nicht gefunden",
        text: "Bitte prüfen Sie, ob die Adresse vollständig ist, oder fragen Sie im Shop nach.",
      },
      open: { title: "Bestellung bezahlen", text: "" },
      failed: {
        title: "Die Zahlung hat nicht geklappt",
        text: "Bitte versuchen Sie es noch einmal, oder wählen Sie eine andere Zahlungsart.",
      },
      left: {
        title: "Die Zahlung ist noch offen",
        text: "Sie haben die Zahlung abgebrochen. Sie können es jederzeit noch einmal versuchen.",
      },
      checked: {
        title: "Ihre Zahlung wird geprüft",
        text: "Das kann einen Moment dauern. Bitte bezahlen Sie nicht noch einmal, und überweisen Sie nichts.",
      },
      waiting: {
        title: "Wir warten auf Ihre Überweisung",
        text: "Haben Sie schon überwiesen, ist nichts weiter zu tun.",
      },
      paid: {
        title: "Vielen Dank, es ist nichts mehr zu bezahlen",
        text: "Sie können diese Seite schließen.",
      },
      refunded: { title: "Diese Bestellung wurde erstattet", text: "Es ist nichts zu bezahlen." },
      ended: {
        title: "Dieser Zahlungslink gilt nicht mehr",
        text: "Bitte verwenden Sie den neuesten Link, oder fragen Sie im Shop nach einem neuen.",
      },
      cancelled: { title: "Diese Bestellung wurde storniert", text: "Es ist nichts zu bezahlen." },
      closed: {
        title: "Diese Bestellung kann hier gerade nicht bezahlt werden",
        text: "Bitte fragen Sie im Shop nach.",
      },
    },
    reasons: {
      whole: "Der Betrag Ihrer Bestellung.",
      rest: "Der Rest Ihrer Bestellung.",
      edit: "Ihre Bestellung wurde geändert: Das ist die Differenz.",
      exchange: "Für Ihren Umtausch ist noch die Differenz zu bezahlen.",
      claim: "Zu Ihrer Reklamation ist noch ein Betrag zu bezahlen.",
      expired: "Ihre Überweisung ist nicht rechtzeitig eingegangen.",
      failed: "Eine frühere Zahlung ist nicht zustande gekommen.",
      returned: "Ihre Bank hat die Lastschrift zurückgegeben.",
    },
    notices: {
      method: "Diese Zahlungsart gibt es für diese Bestellung nicht. Bitte wählen Sie eine andere.",
      too_many:
        "Über diesen Link wurden gerade sehr viele Zahlungen begonnen. Bitte versuchen Sie es in zehn Minuten noch einmal.",
      busy: "An dieser Bestellung wird gerade etwas gebucht. Bitte versuchen Sie es gleich noch einmal.",
      unavailable:
        "Die Zahlung kann gerade nicht gestartet werden. Bitte versuchen Sie es gleich noch einmal.",
    },
    refunded: {
      all: "Ihre Zahlung wurde vollständig erstattet.",
      part: "Ein Teil Ihrer Zahlung wurde erstattet.",
    },
    order: "Bestellung",
    amount: "Offener Betrag",
    payBy: "Bitte bezahlen Sie bis {when}. Danach wird die Bestellung storniert.",
    choose: "Wie möchten Sie bezahlen?",
    chooseAnother: "Lieber anders bezahlen? Die Überweisung gilt, bis etwas anderes bezahlt ist.",
    reload: "Seite neu laden",
    backToOrder: "Zu Ihrer Bestellung",
    test: "Testmodus: Es fließt kein Geld.",
    otherLanguage: "English",
    by: "Zahlung über secupay",
    transfer: {
      title: "Bankverbindung für die Überweisung",
      or: "Oder überweisen Sie: Das ist möglich, bis etwas anderes bezahlt ist.",
      owner: "Empfänger",
      iban: "IBAN",
      bic: "BIC",
      bank: "Bank",
      purpose: "Verwendungszweck",
      amount: "Betrag",
      qr: "QR-Code für eine Banking-App mit allen Angaben dieser Überweisung",
      word: "Bitte geben Sie den Verwendungszweck genau so an.",
    },
  },
  en: {
    states: {
      unknown: {
        title: "This page was not found",
        text: "Please check that the address is complete, or ask the shop.",
      },
      open: { title: "Pay for your order", text: "" },
      failed: {
        title: "The payment did not work",
        text: "Please try again, or choose another payment method.",
      },
      left: {
        title: "The payment is not finished",
        text: "You cancelled the payment. You can try again at any time.",
      },
      checked: {
        title: "Your payment is being checked",
        text: "This can take a moment. Please do not pay again, and do not transfer anything.",
      },
      waiting: {
        title: "We are waiting for your transfer",
        text: "If you have already made the transfer, there is nothing left to do.",
      },
      paid: { title: "Thank you, there is nothing left to pay", text: "You can close this page." },
      refunded: { title: "This order was refunded", text: "There is nothing to pay." },
      ended: {
        title: "This payment link is no longer valid",
        text: "Please use the newest link, or ask the shop for a new one.",
      },
      cancelled: { title: "This order was canceled", text: "There is nothing to pay." },
      closed: { title: "This order cannot be paid here right now", text: "Please ask the shop." },
    },
    reasons: {
      whole: "The amount of your order.",
      rest: "The rest of your order.",
      edit: "Your order was changed: this is the difference.",
      exchange: "The difference for your exchange is still to be paid.",
      claim: "An amount is still to be paid for your claim.",
      expired: "Your transfer did not arrive in time.",
      failed: "An earlier payment was not completed.",
      returned: "Your bank has returned the direct debit.",
    },
    notices: {
      method: "This payment method is not available for this order. Please choose another one.",
      too_many:
        "Very many payments have just been started through this link. Please try again in ten minutes.",
      busy: "Something is being booked on this order right now. Please try again in a moment.",
      unavailable: "The payment cannot be started right now. Please try again in a moment.",
    },
    refunded: {
      all: "Your payment has been refunded in full.",
      part: "Part of your payment has been refunded.",
    },
    order: "Order",
    amount: "Outstanding",
    payBy: "Please pay by {when}. After that the order is canceled.",
    choose: "How would you like to pay?",
    chooseAnother:
      "Prefer to pay another way? The transfer stays valid until something else is paid.",
    reload: "Reload this page",
    backToOrder: "Back to your order",
    test: "Test mode: no money moves.",
    otherLanguage: "Deutsch",
    by: "Payment by secupay",
    transfer: {
      title: "Bank transfer details",
      or: "Or make the transfer: that is possible until something else is paid.",
      owner: "Recipient",
      iban: "IBAN",
      bic: "BIC",
      bank: "Bank",
      purpose: "Payment reference",
      amount: "Amount",
      qr: "QR code for a banking app with all details of this transfer",
      word: "Please use the payment reference exactly as shown.",
    },
  },
}
