import { connection } from "./connection"
import type { settings as english } from "../en/settings"
import type { Words } from "../words"
import { fields } from "./settings-fields"

export const settings: Words<typeof english> = {
  title: "secuconnect",
  description: "Zahlungen über secuconnect Smart Checkout von secupay.",
  environment: "Umgebung",
  credentials: "Zugangsdaten",
  present: "Vorhanden",
  missing: "Fehlen",
  lastChange: "Letzte Änderung",
  neverChanged: "Hier wurde noch nichts geändert.",
  changed: "{{who}}, {{when}}: {{what}}",
  somebody: "Jemand",
  inConfig: "In medusa-config gesetzt",
  perLanguage: "Eine je Sprache",
  save: "Speichern",
  saved: "Die Einstellungen sind gespeichert und gelten für die nächste Zahlung.",
  discard: "Verwerfen",
  refused: "Einige Angaben sind ungültig. Es wurde nichts gespeichert.",
  conflict: "Nicht gespeichert",
  loadAgain: "Neu laden",
  groups: {
    account: "Konto",
    checkout: "Zahlungsseite",
    money: "Zahlung und Versand",
    prepayment: "Vorkasse",
    mails: "E-Mails an Kunden",
  },
  fields,
  options: {
    none: "Nach dem Land des Kunden",
    de: "Deutsch",
    en: "Englisch",
    full: "Einzelne Positionen",
    single_line: "Nur Gesamtsumme",
    send: "Aus dem Warenkorb",
    ask: "Auf der Zahlungsseite abfragen",
    automatic: "Beim Bezahlen",
    manual: "Manuell, in der Bestellung",
  },
  connection,
  testPayment: {
    title: "Testzahlung",
    description:
      "Eine Zahlung über 1,00 Euro im Testmodus, um die Zahlungsseite mit Ihren gespeicherten Einstellungen zu sehen. Es entsteht keine Bestellung, und es fließt kein Geld. Auf dem Live-System von secuconnect fehlt womöglich die Kreditkarte.",
    start: "Testzahlung starten",
    open: "Zahlungsseite von {{stx}} öffnen",
    failed: "Die Testzahlung konnte nicht gestartet werden",
  },
}
