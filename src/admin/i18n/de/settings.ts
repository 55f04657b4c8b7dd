import type { settings as english } from "../en/settings"
import type { Words } from "../words"

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
  },
  fields: {
    contractId: {
      label: "Vertrag",
      hint: "Empfängt Ihre Zahlungen. Sie finden ihn in secuOffice.",
      rule: "Ein Vertrag besteht aus GCR_ und Buchstaben oder Ziffern.",
    },
    checkoutTemplateId: {
      label: "Checkout-Vorlage",
      hint: "Gestaltung der Zahlungsseite. Leer: die Standardvorlage von secupay.",
      rule: "Eine Vorlage besteht aus COT_ und Buchstaben oder Ziffern. Bei einer je Sprache werden beide gebraucht.",
    },
    demo: {
      label: "Testmodus",
      hint: "Zahlungen werden nicht ausgeführt, es fließt kein Geld. Schalten Sie ihn aus, bevor Sie verkaufen.",
      rule: "An oder aus.",
    },
    language: {
      label: "Sprache",
      hint: "Der Zahlungsseite, wenn weder Storefront noch Warenkorb eine vorgeben.",
      rule: "Deutsch, Englisch oder nach dem Land des Kunden.",
    },
    basket: {
      label: "Positionen",
      hint: "Was secupay und der Kunde von der Bestellung sehen.",
      rule: "Einzelne Positionen oder nur die Gesamtsumme.",
    },
    customer: {
      label: "Name und Adresse des Kunden",
      hint: "Aus dem Warenkorb übernommen oder auf der Zahlungsseite abgefragt.",
      rule: "Aus dem Warenkorb oder auf der Zahlungsseite abgefragt.",
    },
    lockCustomerData: {
      label: "Kundendaten sperren",
      hint: "Was der Shop gesendet hat, kann der Kunde auf der Zahlungsseite nicht ändern.",
      rule: "An oder aus.",
    },
    shopName: {
      label: "Name des Shops",
      hint: "Im Verwendungszweck der Zahlung. Leer: die Domain des Shops.",
      rule: "Höchstens 60 Zeichen.",
    },
    statementDescriptor: {
      label: "Buchungstext",
      hint: "Was Kunden auf ihrer Kartenabrechnung lesen.",
      rule: "1 bis 22 Zeichen: A-Z a-z 0-9 - . ! * = _ und Leerzeichen.",
    },
    capture: {
      label: "Zahlungserfassung",
      hint: "Wann Karten und andere Zahlungsarten, die sich später erfassen lassen, belastet werden.",
      rule: "Beim Bezahlen oder manuell.",
    },
    abandonAfterHours: {
      label: "Unbezahlt abbrechen nach (Stunden)",
      hint: "Zahlungen, die bis dahin nicht abgeschlossen sind oder zu denen keine Bestellung angelegt werden konnte, werden abgebrochen. Leer: 24.",
      rule: "Eine ganze Zahl von 1 bis 720.",
    },
    refundOrphans: {
      label: "Zahlungen ohne Bestellung erstatten",
      hint: "Automatisch, ohne Rückfrage. Aus: Sie entscheiden jedes Mal.",
      rule: "An oder aus.",
    },
    reportDelivery: {
      label: "Versand melden",
      hint: "secupay zahlt Rechnungen erst aus, wenn der Versand gemeldet ist.",
      rule: "An oder aus.",
    },
    mailTemplate: {
      label: "E-Mail-Vorlage",
      hint: "Für die E-Mail mit der Bankverbindung. Leer: keine E-Mail.",
      rule: "Höchstens 200 Zeichen.",
    },
    prepaymentReminderDays: {
      label: "Erinnern nach (Tagen)",
      hint: "Wenn eine Überweisung bis dahin nicht eingegangen ist. Leer: nie.",
      rule: "Eine ganze Zahl von 1 bis 365.",
    },
    prepaymentExpiryDays: {
      label: "Verfallen nach (Tagen)",
      hint: "Überweisungen, die bis dahin nicht eingegangen sind, werden storniert. Leer: nie.",
      rule: "Eine ganze Zahl von 1 bis 365.",
    },
    cancelExpiredOrders: {
      label: "Verfallene Bestellungen stornieren",
      hint: "Storniert die Bestellung einer verfallenen Überweisung und gibt ihren Bestand frei.",
      rule: "An oder aus.",
    },
  },
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
  connection: {
    title: "Verbindung",
    description: "Prüft alles, was eine Zahlung braucht. Es wird nichts geändert.",
    start: "Verbindung testen",
    failed: "Die Verbindung konnte nicht getestet werden",
    toRegions: "Zu den Regionen",
    states: {
      ok: "OK",
      warning: "Warnung",
      error: "Fehler",
      unknown: "Unbekannt",
    },
    checks: {
      token_ok: "secuconnect akzeptiert die Zugangsdaten.",
      token_unauthorized:
        "secuconnect lehnt die Zugangsdaten ab. Prüfen Sie Client-ID, Client-Secret und Umgebung in medusa-config.",
      token_unreachable:
        "secuconnect ist nicht erreichbar. Prüfen Sie Netz und Proxy des Servers und die Umgebung in medusa-config.",
      token_timeout:
        "secuconnect hat nicht rechtzeitig geantwortet. Versuchen Sie es in einigen Minuten erneut.",
      token_unreadable:
        "Es antwortet etwas anderes als secuconnect. Prüfen Sie die Umgebung in medusa-config.",
      token_rejected:
        "secuconnect lehnt die Anfrage ab. Versuchen Sie es erneut; hilft das nicht, fragen Sie secupay.",
      contract_ok: "Der Vertrag {{contract_id}} ist gültig.",
      contract_missing:
        "Es ist kein Vertrag eingetragen, daher kann keine Zahlung starten. Tragen Sie ihn unten ein.",
      contract_not_asked: "Ohne Verbindung lässt sich der Vertrag nicht prüfen.",
      contract_refused:
        "secuconnect akzeptiert den Vertrag {{contract_id}} nicht. Prüfen Sie ihn in secuOffice.",
      contract_failed:
        "Der Vertrag {{contract_id}} konnte nicht geprüft werden. Versuchen Sie es erneut.",
      methods_unknown: "Die Zahlungsarten Ihres Vertrags sind unbekannt.",
      methods_none:
        "Ihr Vertrag enthält keine Zahlungsart in Euro. Bitten Sie secupay, eine freizuschalten.",
      method_offered: "{{method}}: angeboten in {{regions}}.",
      method_not_offered: "{{method}}: in Ihrem Vertrag, aber in keiner Region aktiviert.",
      clock_ok: "Die Uhr des Servers geht richtig.",
      clock_fast:
        "Die Uhr des Servers geht {{seconds}} Sekunden vor. Synchronisieren Sie sie mit einem Zeitserver.",
      clock_slow:
        "Die Uhr des Servers geht {{seconds}} Sekunden nach. Synchronisieren Sie sie mit einem Zeitserver.",
      clock_unknown: "Die Uhr des Servers konnte nicht geprüft werden.",
      address_public: "{{url}} ist eine öffentliche Adresse, die secuconnect aufrufen kann.",
      address_private:
        "{{url}} ist keine öffentliche Adresse: Webhooks kommen nicht an, Zahlungen werden erst spät aktualisiert. Setzen Sie backendUrl in medusa-config.",
      address_http:
        "{{url}} ist nicht verschlüsselt. Verwenden Sie https, und setzen Sie backendUrl in medusa-config.",
      push_seen: "Letzter Webhook: {{at}}.",
      push_never:
        "Noch kein Webhook empfangen. Machen Sie eine Testzahlung, und testen Sie erneut.",
      modules_shared: "Die Module von Medusa sind für mehrere Server geeignet.",
      modules_in_memory:
        "Diese Module arbeiten nur auf einem einzelnen Server: {{modules}}. Bei mehreren Servern verwenden Sie die für Redis oder PostgreSQL.",
      dependencies_missing:
        'Das Payment-Modul sieht das Plugin nicht. Ergänzen Sie in medusa-config dependencies: ["secuconnect", "query"] bei seinem Eintrag.',
      regions_ok: "Kunden können in diesen Regionen mit secuconnect bezahlen: {{regions}}.",
      regions_currency_refused:
        "In der Währung dieser Regionen wird nichts abgebucht, weil ihre Nachkommastellen strittig sind: {{regions}}. Deaktivieren Sie secuconnect dort.",
      regions_none:
        "Keine Region bietet secuconnect an, Kunden können es nicht wählen. Aktivieren Sie es in einer Region.",
      other: "Unbekanntes Ergebnis: {{code}}.",
    },
  },
  testPayment: {
    title: "Testzahlung",
    description:
      "Eine Zahlung über 1,00 Euro im Testmodus, um die Zahlungsseite mit Ihren gespeicherten Einstellungen zu sehen. Es entsteht keine Bestellung, und es fließt kein Geld.",
    start: "Testzahlung starten",
    open: "Zahlungsseite von {{stx}} öffnen",
    failed: "Die Testzahlung konnte nicht gestartet werden",
  },
}
