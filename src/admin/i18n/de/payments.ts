import type { payments as english } from "../en/payments"
import type { Words } from "../words"

export const payments: Words<typeof english> = {
  title: "Zahlungen",
  menu: "secuconnect",
  description: "Alle Zahlungen, die mit secuconnect begonnen wurden.",
  views: {
    label: "Ansicht",
    all: "Alle",
    attention: "Aufmerksamkeit",
    waiting: "Wartende Überweisungen",
  },
  search: "Bestellung, STX, PCI, TA-Code, Betrag",
  export: "Exportieren",
  exportFailed: "Die Datei konnte nicht erstellt werden.",
  more: "mehr als {{count}}",
  details: "Zahlung {{reference}}",
  open: "Zahlung {{reference}} zeigen",
  toOrder: "Bestellung #{{number}}",
  order: "Bestellung",
  columns: {
    begun: "Begonnen",
    order: "Bestellung",
    state: "Status",
    method: "Zahlungsart",
    amount: "Betrag",
    attention: "Hinweis",
    ids: "TA-Code",
  },
  filters: {
    state: "Status",
    method: "Zahlungsart",
    attention: "Hinweis",
    demo: "Demo",
    demoOnly: "Demo-Zahlungen",
    realOnly: "Echte Zahlungen",
  },
  sort: {
    newest: "Neueste zuerst",
    oldest: "Älteste zuerst",
    most: "Höchste zuerst",
    least: "Niedrigste zuerst",
  },
  page: { of: "von", results: "Zahlungen", previous: "Zurück", next: "Weiter" },
  empty: {
    title: "Noch keine Zahlungen",
    text: "Sie erscheinen hier, sobald ein Käufer mit secuconnect zu bezahlen beginnt.",
  },
  nothing: { title: "Nichts gefunden", text: "Keine Zahlung passt zu Suche und Filtern." },
}
