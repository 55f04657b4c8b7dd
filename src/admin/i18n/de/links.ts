import type { links as english } from "../en/links"
import type { Words } from "../words"

export const links: Words<typeof english> = {
  title: "Zahlungslink",
  open: "Offener Betrag",
  first: "Wartet auf die Zahlung. Wird am {{when}} storniert, wenn sie nicht eingeht.",
  firstLate: "Nicht rechtzeitig bezahlt und noch nicht storniert.",
  hint: "Der Kunde bezahlt auf einer Seite dieses Shops, mit einer Zahlungsart seiner Wahl. Eine Storefront ist nicht nötig.",
  create: "Zahlungslink erstellen",
  createNew: "Neuen Zahlungslink erstellen",
  mail: "Per E-Mail senden",
  notMailed: "Der Zahlungslink wurde nicht gesendet",
  mailed: {
    sent: "Der Zahlungslink wurde an den Kunden gesendet.",
    sent_before: "Der Zahlungslink wurde schon innerhalb der letzten Minute gesendet.",
    off: "Schalten Sie zuerst die E-Mail „Zahlungslink“ ein: Einstellungen, secuconnect, E-Mails an Kunden.",
    no_address: "Die Bestellung hat keine E-Mail-Adresse.",
    no_provider:
      "Für den Kanal email ist kein Benachrichtigungsdienst eingerichtet. Ihr Entwickler ergänzt ihn in medusa-config.",
    failed:
      "Der Benachrichtigungsdienst hat die E-Mail nicht angenommen. Versuchen Sie es noch einmal, oder kopieren Sie den Link.",
  },
  replaces: "Ein neuer Link beendet den bisherigen.",
  address: "Adresse",
  once: "Kopieren Sie die Adresse jetzt: Sie wird zur Sicherheit nur dieses eine Mal angezeigt.",
  copy: "Zahlungslink kopieren",
  print: "QR-Code drucken",
  qr: "QR-Code, der den Zahlungslink öffnet",
  paper: "Zum Bezahlen scannen",
  failed: "Es wurde kein Link erstellt",
  shop: "Programm des Shops",
  by: "{{who}}, {{when}}",
  sent: "Per E-Mail gesendet",
  reminded: "Erinnerung gesendet",
  seen: "Geöffnet",
  notSeen: "Noch nicht geöffnet",
  paid: "Bezahlt",
  validUntil: "Gültig bis",
  state: {
    valid: "Gültig",
    paid: "Bezahlt",
    replaced: "Ersetzt",
    cancelled: "Bestellung storniert",
    expired: "Abgelaufen",
  },
}
