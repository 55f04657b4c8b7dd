import type { Language } from "../words/language"
import type { LinkReason } from "../words/mails"

const de = {
  transfer: {
    amount: "Betrag",
    owner: "Empfänger",
    iban: "IBAN",
    bic: "BIC",
    bank_name: "Bank",
    purpose: "Verwendungszweck",
    same_purpose:
      "Bitte geben Sie den Verwendungszweck genau so an, damit Ihre Zahlung zugeordnet werden kann.",
    qr_alt: "QR-Code für Ihre Banking-App, siehe Anhang {file}",
    qr_caption: "Der QR-Code ({file}) füllt die Überweisung in Ihrer Banking-App aus.",
  },
  prepayment: {
    subject: "Ihre Bestellung {order} bei {shop}: Bitte überweisen Sie {amount}",
    heading: "Bitte überweisen Sie {amount}",
    intro:
      "Vielen Dank für Ihre Bestellung {order}. Sie haben Vorkasse gewählt: Wir bearbeiten die Bestellung, sobald Ihre Überweisung eingegangen ist.",
    payee: "{owner} nimmt die Zahlung für uns entgegen.",
    rest: "Ihre Bestellung kostet inzwischen {rest} mehr als hier genannt. Wegen dieses Betrags melden wir uns bei Ihnen.",
  },
  invoice: {
    subject: "Ihre Bestellung {order} bei {shop}: Bankverbindung für Ihre Rechnung",
    heading: "Bankverbindung für Ihre Rechnung",
    intro:
      "Vielen Dank für Ihre Bestellung {order}. Sie haben Rechnungskauf gewählt: Bitte überweisen Sie {amount} auf dieses Konto. Fällig wird der Betrag erst, wenn die Ware versandt ist.",
    payee: "{owner} hat die Rechnung übernommen. Bitte überweisen Sie nur auf dieses Konto.",
  },
  reminder: {
    subject: "Erinnerung: Ihre Bestellung {order} bei {shop} ist noch nicht bezahlt",
    heading: "Ihre Überweisung fehlt noch",
    intro:
      "Für Ihre Bestellung {order} ist bisher keine Zahlung eingegangen. Bitte überweisen Sie {amount}, damit wir sie bearbeiten können.",
    crossed: "Haben Sie schon überwiesen? Vielen Dank, dann ist diese E-Mail gegenstandslos.",
  },
  payment_link: {
    subject: "Ihre Bestellung {order} bei {shop}: {amount} bezahlen",
    heading: "Bitte bezahlen Sie {amount}",
    pay: "Jetzt bezahlen",
    hint: "Falls sich die Seite nicht öffnet, kopieren Sie diese Adresse in Ihren Browser:",
    choose: "Die Zahlungsart wählen Sie auf der Seite. Der Link gilt nur für diese Bestellung.",
    crossed: "Haben Sie schon bezahlt? Vielen Dank, dann ist diese E-Mail gegenstandslos.",
    order: "Für Ihre Bestellung {order} sind noch {amount} zu bezahlen.",
    order_edit: "Ihre Bestellung {order} wurde geändert. Dadurch sind noch {amount} zu bezahlen.",
    exchange: "Für den Umtausch zu Ihrer Bestellung {order} sind noch {amount} zu bezahlen.",
    claim: "Für die Reklamation zu Ihrer Bestellung {order} sind noch {amount} zu bezahlen.",
    payment_failed:
      "Die Zahlung für Ihre Bestellung {order} hat nicht geklappt. Sie können die {amount} jetzt mit einer anderen Zahlungsart bezahlen.",
    transfer_expired:
      "Ihre Überweisung für die Bestellung {order} ist nicht rechtzeitig eingegangen. Bitte überweisen Sie nicht mehr auf das zuvor genannte Konto, sondern bezahlen Sie die {amount} hier.",
    debit_returned:
      "Ihre Bank hat die Lastschrift für Ihre Bestellung {order} zurückgegeben. Bitte bezahlen Sie die {amount} hier.",
  },
  payment_failed: {
    subject: "Ihre Bestellung {order} bei {shop}: Die Zahlung hat nicht geklappt",
    heading: "Die Zahlung hat nicht geklappt",
    failed: "Die Zahlung über {amount} für Ihre Bestellung {order} ist nicht zustande gekommen.",
    expired:
      "Ihre Überweisung über {amount} für die Bestellung {order} ist nicht rechtzeitig eingegangen. Bitte überweisen Sie nicht mehr auf das zuvor genannte Konto.",
    canceled: "Ihre Bestellung wurde deshalb storniert.",
    pay: "Sie können jetzt mit einer anderen Zahlungsart bezahlen:",
    contact: "Wir melden uns bei Ihnen, wie Sie die Bestellung bezahlen können.",
    crossed:
      "Haben Sie schon überwiesen? Dann warten Sie bitte ab: Wir prüfen Ihre Zahlung, sobald sie da ist.",
  },
  refund: {
    subject: "Ihre Bestellung {order} bei {shop}: Erstattung von {amount}",
    heading: "Wir haben Ihnen {amount} erstattet",
    way: "Zu Ihrer Bestellung {order} haben wir Ihnen {amount} erstattet. Das Geld kommt auf dem Weg zurück, auf dem Sie bezahlt haben. Je nach Bank dauert das einige Tage.",
    reduced_subject: "Ihre Bestellung {order} bei {shop}: {amount} weniger zu bezahlen",
    reduced_heading: "Ihre Rechnung ist {amount} niedriger",
    reduced:
      "Der Rechnungsbetrag Ihrer Bestellung {order} wurde um {amount} gesenkt. Zu überweisen sind jetzt {left}. Haben Sie schon mehr überwiesen, erhalten Sie es zurück.",
    nothing_left:
      "Der Rechnungsbetrag Ihrer Bestellung {order} wurde um {amount} gesenkt. Es ist nichts mehr zu überweisen. Haben Sie schon überwiesen, erhalten Sie das Geld zurück.",
  },
  demo: "Testmodus: Dies ist keine echte Zahlung. Es fließt kein Geld, bitte überweisen Sie nichts.",
  regards: "Freundliche Grüße\n{shop}",
  about: "Sie erhalten diese E-Mail zu Ihrer Bestellung {order} bei {shop}.",
} as const

/** Both languages say the same. */
type MailTexts = {
  readonly [Part in keyof typeof de]: (typeof de)[Part] extends string
    ? string
    : { readonly [Name in keyof (typeof de)[Part]]: string }
}

const en: MailTexts = {
  transfer: {
    amount: "Amount",
    owner: "Recipient",
    iban: "IBAN",
    bic: "BIC",
    bank_name: "Bank",
    purpose: "Payment reference",
    same_purpose:
      "Please use exactly this payment reference, so that your payment can be matched to your order.",
    qr_alt: "QR code for your banking app, see attachment {file}",
    qr_caption: "The QR code ({file}) fills in the transfer in your banking app.",
  },
  prepayment: {
    subject: "Your order {order} at {shop}: please transfer {amount}",
    heading: "Please transfer {amount}",
    intro:
      "Thank you for your order {order}. You have chosen to pay in advance: we process the order as soon as your bank transfer has arrived.",
    payee: "{owner} receives the payment on our behalf.",
    rest: "Your order costs {rest} more by now than is stated here. We will get in touch about that amount.",
  },
  invoice: {
    subject: "Your order {order} at {shop}: bank transfer details for your invoice",
    heading: "Bank transfer details for your invoice",
    intro:
      "Thank you for your order {order}. You have chosen to pay by invoice: please transfer {amount} to this account. The amount is due only after the goods have been shipped.",
    payee: "{owner} has taken over the invoice. Please transfer to this account only.",
  },
  reminder: {
    subject: "Reminder: your order {order} at {shop} has not been paid yet",
    heading: "Your bank transfer has not arrived yet",
    intro:
      "No payment has arrived for your order {order} so far. Please transfer {amount}, so that we can process it.",
    crossed: "Have you made the transfer already? Thank you, then please ignore this e-mail.",
  },
  payment_link: {
    subject: "Your order {order} at {shop}: pay {amount}",
    heading: "Please pay {amount}",
    pay: "Pay now",
    hint: "If the page does not open, copy this address into your browser:",
    choose: "You choose the payment method on the page. The link is for this order only.",
    crossed: "Have you paid already? Thank you, then please ignore this e-mail.",
    order: "There is {amount} left to pay for your order {order}.",
    order_edit: "Your order {order} has been changed. There is {amount} left to pay.",
    exchange: "There is {amount} left to pay for the exchange on your order {order}.",
    claim: "There is {amount} left to pay for the claim on your order {order}.",
    payment_failed:
      "The payment for your order {order} did not work. You can pay the {amount} now with another payment method.",
    transfer_expired:
      "Your bank transfer for order {order} did not arrive in time. Please do not use the earlier account any more, but pay the {amount} here.",
    debit_returned:
      "Your bank has returned the direct debit for your order {order}. Please pay the {amount} here.",
  },
  payment_failed: {
    subject: "Your order {order} at {shop}: the payment did not work",
    heading: "The payment did not work",
    failed: "The payment of {amount} for your order {order} could not be completed.",
    expired:
      "Your bank transfer of {amount} for order {order} did not arrive in time. Please do not use the earlier account any more.",
    canceled: "Your order has therefore been canceled.",
    pay: "You can pay with another payment method now:",
    contact: "We will get in touch and tell you how you can pay for the order.",
    crossed:
      "Have you made the transfer already? Then please wait: we check your payment as soon as it arrives.",
  },
  refund: {
    subject: "Your order {order} at {shop}: refund of {amount}",
    heading: "We have refunded {amount} to you",
    way: "We have refunded {amount} to you for your order {order}. The money goes back the way you paid. Depending on your bank this takes a few days.",
    reduced_subject: "Your order {order} at {shop}: {amount} less to pay",
    reduced_heading: "Your invoice is {amount} lower",
    reduced:
      "The invoice amount of your order {order} has been reduced by {amount}. The amount to transfer is now {left}. If you have transferred more already, you get it back.",
    nothing_left:
      "The invoice amount of your order {order} has been reduced by {amount}. There is nothing left to transfer. If you have made the transfer already, you get the money back.",
  },
  demo: "Test mode: this is not a real payment. No money moves, please do not transfer anything.",
  regards: "Kind regards\n{shop}",
  about: "You receive this e-mail because of your order {order} at {shop}.",
}

/** Everything that the mails say, apart from why an order is to be paid: `LinkReason`. */
export const mailTexts = { de, en } satisfies Record<
  Language,
  MailTexts & { payment_link: Record<LinkReason, string> }
>
