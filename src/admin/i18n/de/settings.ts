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
  neverChanged: "Hier wurde noch nichts gespeichert.",
  changed: "{{who}}, {{when}}: {{what}}",
  somebody: "Jemand",
  inConfig: "In medusa-config gesetzt",
  perLanguage: "Eine je Sprache",
  save: "Speichern",
  saved: "Die Einstellungen sind gespeichert und gelten für die nächste Zahlung.",
  discard: "Verwerfen",
  refused: "Einige Angaben stimmen nicht. Es wurde nichts gespeichert.",
  conflict: "Nicht gespeichert",
  loadAgain: "Neu laden",
  groups: {
    account: "Konto",
    checkout: "Zahlungsseite",
    money: "Geld und Lieferung",
    prepayment: "Vorkasse",
  },
  fields: {
    contractId: {
      label: "Vertrag",
      hint: "Auf ihn geht das Geld ein. Sie finden ihn in secuOffice.",
      rule: "Ein Vertrag besteht aus GCR_ und Buchstaben oder Ziffern.",
    },
    checkoutTemplateId: {
      label: "Checkout-Vorlage",
      hint: "Aussehen der Zahlungsseite. Leer: die öffentliche Vorlage von secupay.",
      rule: "Eine Vorlage besteht aus COT_ und Buchstaben oder Ziffern. Bei einer je Sprache werden beide gebraucht.",
    },
    demo: {
      label: "Demo-Modus",
      hint: "Nichts wird ausgeführt, es fließt kein Geld. Schalten Sie ihn vor dem Verkauf aus.",
      rule: "An oder aus.",
    },
    language: {
      label: "Sprache",
      hint: "Der Zahlungsseite, wenn weder Storefront noch Warenkorb eine nennen.",
      rule: "Deutsch, Englisch oder nach dem Land des Käufers.",
    },
    basket: {
      label: "Warenkorb",
      hint: "Was secupay und der Käufer von der Bestellung sehen.",
      rule: "Alle Artikel oder eine Zeile.",
    },
    customer: {
      label: "Name und Adresse des Käufers",
      hint: "Aus dem Warenkorb oder auf der Zahlungsseite erfragt.",
      rule: "Aus dem Warenkorb oder erfragt.",
    },
    lockCustomerData: {
      label: "Käuferdaten sperren",
      hint: "Was der Shop gesendet hat, kann der Käufer auf der Zahlungsseite nicht ändern.",
      rule: "An oder aus.",
    },
    shopName: {
      label: "Name des Shops",
      hint: "Im Verwendungszweck der Zahlung. Leer: die Domain des Shops.",
      rule: "Höchstens 60 Zeichen.",
    },
    statementDescriptor: {
      label: "Text auf Kartenabrechnungen",
      hint: "Was der Käufer auf seiner Kartenabrechnung liest.",
      rule: "1 bis 22 Zeichen: A-Z a-z 0-9 - . ! * = _ und Leerzeichen.",
    },
    capture: {
      label: "Einzug",
      hint: "Wann Karten und andere Zahlungsarten, die warten können, belastet werden.",
      rule: "Beim Bezahlen oder aus der Bestellung.",
    },
    abandonAfterHours: {
      label: "Aufgeben nach (Stunden)",
      hint: "Eine Zahlung, die bis dahin niemand beendet hat, wird abgebrochen. Leer: 24.",
      rule: "Eine ganze Zahl von 1 bis 720.",
    },
    refundOrphans: {
      label: "Geld ohne Bestellung erstatten",
      hint: "Von selbst, ohne Rückfrage. Aus: Sie entscheiden jedes Mal.",
      rule: "An oder aus.",
    },
    reportDelivery: {
      label: "Versand melden",
      hint: "secupay zahlt Rechnungskäufe erst aus, wenn die Ware unterwegs ist.",
      rule: "An oder aus.",
    },
    mailTemplate: {
      label: "Mailvorlage",
      hint: "Für die Mail mit den Überweisungsdaten. Leer: keine Mail.",
      rule: "Höchstens 200 Zeichen.",
    },
    prepaymentReminderDays: {
      label: "Erinnern nach (Tagen)",
      hint: "An eine Überweisung, die nicht eingegangen ist. Leer: nie.",
      rule: "Eine ganze Zahl von 1 bis 365.",
    },
    prepaymentExpiryDays: {
      label: "Verfallen nach (Tagen)",
      hint: "Auf eine Überweisung, die bis dahin fehlt, wird nicht länger gewartet. Leer: nie.",
      rule: "Eine ganze Zahl von 1 bis 365.",
    },
    cancelExpiredOrders: {
      label: "Verfallene Bestellungen stornieren",
      hint: "Storniert die Bestellung, deren Überweisung verfallen ist, und gibt ihren Bestand frei.",
      rule: "An oder aus.",
    },
  },
  options: {
    none: "Nach dem Land des Käufers",
    de: "Deutsch",
    en: "Englisch",
    full: "Jeder Artikel ist eine Zeile",
    single_line: "Eine Zeile mit der Summe",
    send: "Aus dem Warenkorb",
    ask: "Auf der Zahlungsseite erfragt",
    automatic: "Beim Bezahlen",
    manual: "Aus der Bestellung, von Hand",
  },
  connection: {
    title: "Verbindung",
    description: "Probiert alles, was eine Zahlung braucht. Es wird nichts geändert.",
    start: "Verbindung testen",
    failed: "Der Test war nicht möglich",
    toRegions: "Zu den Regionen",
    states: {
      ok: "In Ordnung",
      warning: "Ansehen",
      error: "Beheben",
      unknown: "Nicht bekannt",
    },
    checks: {
      token_ok: "secuconnect nimmt die Zugangsdaten an.",
      token_unauthorized:
        "secuconnect lehnt die Zugangsdaten ab. Prüfen Sie Client-ID, Client-Secret und Umgebung in medusa-config.",
      token_unreachable:
        "secuconnect ist nicht erreichbar. Prüfen Sie Netz und Proxy des Servers und die Umgebung in medusa-config.",
      token_timeout:
        "secuconnect hat nicht rechtzeitig geantwortet. Versuchen Sie es in einigen Minuten erneut.",
      token_unreadable:
        "Was antwortet, ist nicht secuconnect. Prüfen Sie die Umgebung in medusa-config.",
      token_rejected:
        "secuconnect lehnt die Anfrage ab. Versuchen Sie es erneut, oder fragen Sie secupay.",
      contract_ok: "Der Vertrag {{contract_id}} ist bekannt.",
      contract_missing:
        "Es ist kein Vertrag gesetzt, also kann keine Zahlung beginnen. Tragen Sie ihn unten ein.",
      contract_not_asked: "Ohne Verbindung konnte der Vertrag nicht abgefragt werden.",
      contract_refused:
        "secuconnect nimmt den Vertrag {{contract_id}} nicht an. Prüfen Sie ihn in secuOffice.",
      contract_failed:
        "Der Vertrag {{contract_id}} konnte nicht abgefragt werden. Versuchen Sie es erneut.",
      methods_unknown: "Welche Zahlungsarten der Vertrag bietet, ist nicht bekannt.",
      methods_none:
        "Der Vertrag bietet keine Zahlungsart in Euro. Bitten Sie secupay, welche freizuschalten.",
      method_offered: "Zahlungsart {{method}}: angeboten in {{regions}}.",
      method_not_offered:
        "Zahlungsart {{method}}: im Vertrag, aber in keiner Region eingeschaltet.",
      clock_ok: "Die Uhr des Servers geht richtig.",
      clock_fast:
        "Die Uhr des Servers geht {{seconds}} Sekunden vor. Lassen Sie sie einem Zeitserver folgen.",
      clock_slow:
        "Die Uhr des Servers geht {{seconds}} Sekunden nach. Lassen Sie sie einem Zeitserver folgen.",
      clock_unknown: "Ob die Uhr des Servers richtig geht, ist nicht bekannt.",
      address_public: "secuconnect kann {{url}} aufrufen, soweit sich das von hier sehen lässt.",
      address_private:
        "{{url}} ist keine öffentliche Adresse: Meldungen von secuconnect gehen verloren, Neues kommt spät. Setzen Sie backendUrl in medusa-config.",
      address_http:
        "{{url}} ist nicht verschlüsselt. Verwenden Sie https, und setzen Sie backendUrl in medusa-config.",
      push_seen: "Die letzte Meldung mit Neuem kam {{at}}.",
      push_never:
        "Noch keine Meldung hat Neues gebracht. Machen Sie eine Demo-Zahlung, und sehen Sie noch einmal nach.",
      modules_shared: "Die Module von Medusa eignen sich für mehrere Server.",
      modules_in_memory:
        "Diese Module wirken nur innerhalb eines Servers: {{modules}}. Bei mehreren Servern brauchen Sie die von Redis oder PostgreSQL.",
      dependencies_missing:
        'Das Payment-Modul sieht das Plugin nicht. Ergänzen Sie in medusa-config dependencies: ["secuconnect", "query"] bei seinem Eintrag.',
      regions_ok: "Angeboten in {{regions}}.",
      regions_none:
        "Keine Region bietet secuconnect an: Käufer können es nicht wählen. Schalten Sie es in einer Region ein.",
      other: "Ein Ergebnis, das diese Seite nicht kennt: {{code}}.",
    },
  },
  testPayment: {
    title: "Probezahlung",
    description:
      "Eine Demo-Zahlung über 1,00 Euro mit den gespeicherten Einstellungen, um die Zahlungsseite zu sehen. Es entsteht keine Bestellung, und es fließt kein Geld.",
    start: "Probezahlung beginnen",
    open: "Zahlungsseite von {{stx}} öffnen",
    failed: "Die Probezahlung konnte nicht beginnen",
  },
}
