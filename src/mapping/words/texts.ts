import type { Language } from "./language"

/** Everything we say to a shopper, in both languages. No internals: those go to the log. */
export const texts = {
  de: {
    discount: "Rabatt",
    credit: "Gutschein oder Guthaben",
    credited: "Gutschrift",
    rounding: "Rundung",
    shipping: "Versand",
    order: "Bestellung",
    part_of_order: "Offener Betrag der Bestellung",
    unavailable:
      "Die Zahlung kann gerade nicht gestartet werden. Bitte versuchen Sie es gleich noch einmal.",
    refused:
      "Die Zahlung konnte so nicht gestartet werden. Bitte prüfen Sie Ihre Angaben oder wählen Sie eine andere Zahlungsart.",
    amount_invalid: "Für diesen Betrag kann keine Zahlung gestartet werden.",
    too_many_starts:
      "Für diesen Warenkorb wurden gerade sehr viele Zahlungen gestartet. Bitte warten Sie einen Moment und versuchen Sie es noch einmal.",
    currency_not_offered: "In dieser Währung kann nicht bezahlt werden.",
    method_not_offered:
      "Diese Zahlungsart gibt es hier gerade nicht. Bitte wählen Sie eine andere.",
    method_currency:
      "Mit dieser Zahlungsart kann in dieser Währung nicht bezahlt werden. Bitte wählen Sie eine andere.",
    method_amount:
      "Für diesen Betrag gibt es diese Zahlungsart nicht. Bitte wählen Sie eine andere.",
    method_company:
      "Diese Zahlungsart ist für Privatpersonen. Bitte wählen Sie eine andere oder bestellen Sie ohne Firma.",
    method_address:
      "Diese Zahlungsart braucht Namen, E-Mail und vollständige Adresse. Bitte ergänzen Sie Ihre Angaben.",
    method_articles:
      "Für diese Bestellung gibt es diese Zahlungsart nicht. Bitte wählen Sie eine andere.",
    payment_open: "Die Zahlung ist noch nicht abgeschlossen.",
    payment_processing: "Die Zahlung wird geprüft. Das kann einen Moment dauern.",
    payment_waiting: "Die Bestellung ist eingegangen. Wir warten auf Ihre Überweisung.",
    payment_waiting_for_part:
      "Wir warten auf Ihre Überweisung. Ihre Bestellung kostet inzwischen mehr: Bitte überweisen Sie trotzdem nur den angegebenen Betrag, der Rest wird getrennt bezahlt.",
    payment_asks_too_much:
      "Ihre Bestellung kostet inzwischen weniger. Bitte überweisen Sie nicht nach den bisherigen Angaben: Wir melden uns bei Ihnen mit dem neuen Betrag.",
    payment_not_needed:
      "Für diese Bestellung ist nichts mehr zu überweisen. Diese Zahlung wird storniert.",
    payment_accepted: "Die Zahlung ist angenommen.",
    payment_declined:
      "Die Zahlung hat nicht geklappt. Bitte versuchen Sie es noch einmal oder wählen Sie eine andere Zahlungsart.",
    payment_aborted: "Sie haben die Zahlung abgebrochen. Ihr Warenkorb ist noch da.",
    payment_cancelled: "Die Zahlung wurde storniert oder erstattet.",
    payment_refunded: "Die Zahlung wurde erstattet.",
    payment_partly_refunded: "Ein Teil der Zahlung wurde erstattet.",
    payment_in_review:
      "Ihre Zahlung ist eingegangen, die Bestellung wird noch geprüft. Bitte bezahlen Sie nicht noch einmal.",
    payment_not_ordered:
      "Ihre Bestellung konnte bisher nicht angelegt werden. Es wurde kein Geld eingezogen. Bitte überweisen Sie nichts, und bezahlen Sie nicht noch einmal: Entweder legen wir die Bestellung noch an, oder die Zahlung wird storniert.",
    payment_amount_changed:
      "Ihre Zahlung ist eingegangen. Der Betrag Ihres Warenkorbs hat sich aber seitdem geändert, deshalb wurde nichts bestellt. Der Shop weiß Bescheid. Sie können den Warenkorb zum neuen Betrag bezahlen.",
    payment_amount_changed_unpaid:
      "Der Betrag Ihres Warenkorbs hat sich seit dieser Zahlung geändert. Sie wird storniert, und es wurde nichts bestellt. Bitte wählen Sie die Zahlungsart noch einmal.",
    checkout_session_gone:
      "Diese Zahlung gibt es nicht mehr. Bitte wählen Sie die Zahlungsart noch einmal.",
    checkout_already_completed: "Dieser Warenkorb ist schon bestellt.",
    checkout_already_paid:
      "Für diesen Warenkorb ist schon eine Zahlung da. Sie wird gerade geprüft.",
    checkout_failed:
      "Diese Zahlung hat nicht geklappt. Bitte wählen Sie die Zahlungsart noch einmal.",
    checkout_cart_empty: "Der Warenkorb ist leer.",
    checkout_amount_changed:
      "Der Betrag hat sich geändert. Bitte wählen Sie die Zahlungsart noch einmal.",
    checkout_out_of_stock: "Mindestens ein Artikel ist nicht mehr in dieser Menge vorrätig.",
  },
  en: {
    discount: "Discount",
    credit: "Gift card or store credit",
    credited: "Credit",
    rounding: "Rounding",
    shipping: "Shipping",
    order: "Order",
    part_of_order: "Outstanding amount of order",
    unavailable: "The payment cannot be started right now. Please try again in a moment.",
    refused:
      "The payment could not be started like this. Please check your details or choose another payment method.",
    amount_invalid: "No payment can be started for this amount.",
    too_many_starts:
      "Too many payments have been started for this cart. Please wait a moment and try again.",
    currency_not_offered: "This currency cannot be used for the payment.",
    method_not_offered:
      "This payment method is not available here right now. Please choose another one.",
    method_currency:
      "This payment method cannot be used with this currency. Please choose another one.",
    method_amount:
      "This payment method is not available for this amount. Please choose another one.",
    method_company:
      "This payment method is for private persons. Please choose another one, or order without a company.",
    method_address:
      "This payment method needs your name, e-mail and full address. Please complete your details.",
    method_articles:
      "This payment method is not available for this order. Please choose another one.",
    payment_open: "The payment is not finished yet.",
    payment_processing: "The payment is being checked. This can take a moment.",
    payment_waiting: "The order has been placed. We are waiting for your transfer.",
    payment_waiting_for_part:
      "We are waiting for your transfer. Your order costs more by now: please transfer the given amount all the same, the rest is paid separately.",
    payment_asks_too_much:
      "Your order costs less by now. Please do not transfer with the earlier details: we will get in touch with the new amount.",
    payment_not_needed:
      "Nothing is left to be transferred for this order. This payment is being cancelled.",
    payment_accepted: "The payment has been accepted.",
    payment_declined:
      "The payment did not work. Please try again or choose another payment method.",
    payment_aborted: "You cancelled the payment. Your cart is still there.",
    payment_cancelled: "The payment was cancelled or refunded.",
    payment_refunded: "The payment has been refunded.",
    payment_partly_refunded: "Part of the payment has been refunded.",
    payment_in_review:
      "Your payment has arrived, the order is still being checked. Please do not pay again.",
    payment_not_ordered:
      "Your order could not be placed so far. No money has been taken. Please do not transfer anything and do not pay again: either we still place the order, or the payment is cancelled.",
    payment_amount_changed:
      "Your payment has arrived. But the amount of your cart has changed since, so nothing was ordered. The shop has been told. You can pay for the cart with the new amount.",
    payment_amount_changed_unpaid:
      "The amount of your cart has changed since this payment. It is being cancelled, and nothing was ordered. Please choose the payment method again.",
    checkout_session_gone:
      "This payment does not exist any more. Please choose the payment method again.",
    checkout_already_completed: "This cart has already been ordered.",
    checkout_already_paid: "There is already a payment for this cart. It is being checked.",
    checkout_failed: "This payment did not work. Please choose the payment method again.",
    checkout_cart_empty: "The cart is empty.",
    checkout_amount_changed: "The amount has changed. Please choose the payment method again.",
    checkout_out_of_stock: "At least one article is no longer in stock in this quantity.",
  },
} as const satisfies Record<Language, Record<string, string>>

/** The name of a text; it doubles as the code that a storefront can branch on. */
export type TextCode = keyof (typeof texts)["en"]
