/** The connection test and its results. */
export const connection = {
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
    wallet_offered:
      "{{method}}: kommt mit der Kreditkarte, in {{regions}}. Einen eigenen Schalter gibt es nicht.",
    wallet_not_offered: "{{method}}: kommt mit der Kreditkarte, die keine Region anbietet.",
    test_mode_lacks:
      "Nicht im Testmodus: {{methods}}. Mit der neuen Kartenabrechnung hat secupay auf dem Live-System keinen Testmodus: Testen Sie Karten auf dem Testsystem (Umgebung in medusa-config).",
    test_mode_live:
      "Testmodus auf dem Live-System: Mit der neuen Kartenabrechnung von secupay gibt es ihn nicht. Ob Ihr Vertrag ihn noch hat, zeigt eine Testzahlung mit Kreditkarte.",
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
    push_never: "Noch kein Webhook empfangen. Machen Sie eine Testzahlung, und testen Sie erneut.",
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
}
