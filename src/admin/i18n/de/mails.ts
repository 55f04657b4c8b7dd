import type { mails as en } from "../en/mails"
import type { Words } from "../words"

export const mails: Words<typeof en> = {
  preview: "Vorschau",
  sample: "Muster an mich senden",
  sampleSent: "Ein Muster ist unterwegs an {{to}}.",
  template: "Vorlage",
  ownWords: "Mitgelieferte E-Mail oder ID einer Vorlage",
  asText: "Als reiner Text",
  nothingSent: "Bisher werden keine E-Mails gesendet",
  nothingSentHint:
    "Kunden erhalten von diesem Plugin keine E-Mail, bis Sie eine einschalten und speichern. Bis dahin müssen Sie die Bankverbindung für Vorkasse und Rechnung selbst weitergeben.",
  noProvider: "Medusa kann keine E-Mails senden",
  noProviderHint:
    "Für den Kanal email ist kein Benachrichtigungsdienst eingerichtet. Ihr Entwickler ergänzt ihn in medusa-config.",
  kinds: {
    prepayment: {
      label: "Vorkasse: Bankverbindung",
      hint: "Nach der Bestellung, mit QR-Code für Banking-Apps.",
    },
    invoice: {
      label: "Rechnung: Bankverbindung",
      hint: "Nach der Bestellung, mit QR-Code. Der Kunde zahlt an secupay, nicht an Sie.",
    },
    reminder: {
      label: "Erinnerung an eine Überweisung",
      hint: "Nach den Tagen, die Sie oben einstellen, und wenn Sie selbst erinnern.",
    },
    payment_link: {
      label: "Zahlungslink",
      hint: "Wenn Sie an einer Bestellung „Per E-Mail senden“ drücken, und von selbst, wie unten eingestellt.",
    },
    payment_failed: {
      label: "Zahlung fehlgeschlagen",
      hint: "Wenn die Zahlung einer Bestellung fehlschlägt oder eine Überweisung nicht rechtzeitig eingeht.",
    },
    refund: {
      label: "Erstattung",
      hint: "Wenn Sie Geld erstattet haben, in Medusa oder in secuOffice.",
    },
  },
}
