export const de = {
  skipToContent: "Zum Inhalt",
  loading: "Einen Moment …",
  notFound: { title: "Diese Seite gibt es nicht", back: "Zum Shop" },
  header: {
    cart: (count: number) => (count === 1 ? "Warenkorb, 1 Artikel" : `Warenkorb, ${count} Artikel`),
    language: "Sprache",
  },
  footer: {
    demo: "Ein Demo-Shop. Es wird nichts geliefert und nichts abgebucht.",
    sandbox: "secupay spielen (Sandbox)",
    admin: "Verwaltung (Medusa Admin)",
  },
  errors: {
    offline: "Der Shop ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
    refused: (message: string) => `Das hat nicht geklappt: ${message}`,
  },
  products: {
    title: "Alles, was man zum Schreiben braucht",
    lead: "Papier & Tinte: Stifte, Hefte und Bücher aus unserem Laden in der Dresdner Neustadt.",
    vat: "inkl. MwSt.",
    add: "In den Warenkorb",
    addNamed: (title: string) => `In den Warenkorb: ${title}`,
    added: (title: string) => `${title} liegt im Warenkorb.`,
    soldOut: "Ausverkauft",
    last: "Nur noch 1 Stück verfügbar",
  },
  cart: {
    title: "Warenkorb",
    empty: "Ihr Warenkorb ist leer.",
    toProducts: "Zu den Produkten",
    each: "je",
    quantity: (title: string) => `Menge: ${title}`,
    less: (title: string) => `Eins weniger: ${title}`,
    more: (title: string) => `Eins mehr: ${title}`,
    remove: "Entfernen",
    removeNamed: (title: string) => `${title} entfernen`,
    toCheckout: "Zur Kasse",
  },
  promotion: {
    label: "Gutscheincode",
    apply: "Einlösen",
    removeNamed: (code: string) => `Code ${code} entfernen`,
    unknown: (code: string) => `Den Code „${code}“ gibt es nicht.`,
    tryOut: "Zum Ausprobieren: WELCOME5, PENS10, FREESHIP",
  },
  totals: {
    title: "Ihre Bestellung",
    items: "Zwischensumme",
    shipping: "Versand",
    discount: "Rabatt",
    total: "Gesamtbetrag",
    vat: (amount: string) => `inkl. ${amount} MwSt.`,
  },
  checkout: {
    title: "Kasse",
    edit: "Ändern",
    address: {
      title: "Adresse",
      email: "E-Mail",
      first_name: "Vorname",
      last_name: "Nachname",
      company: "Firma (optional)",
      address_1: "Straße und Hausnummer",
      address_2: "Adresszusatz (optional)",
      postal_code: "Postleitzahl",
      city: "Ort",
      country_code: "Land",
      sample: "Beispieladresse eintragen",
      next: "Weiter zum Versand",
    },
    shipping: { title: "Versand", free: "kostenlos", next: "Weiter zur Zahlung" },
    payment: {
      title: "Zahlung",
      redirect:
        "Sie bezahlen auf der sicheren Zahlungsseite von secupay und kehren danach hierher zurück.",
      free: "Es ist nichts zu bezahlen.",
      placeOrder: "Bestellen",
      failed:
        "Die Zahlung hat nicht geklappt. Es wurde nichts abgebucht, Ihr Warenkorb ist unverändert. Versuchen Sie es noch einmal oder wählen Sie eine andere Zahlungsart.",
      aborted:
        "Sie haben die Zahlung abgebrochen. Ihr Warenkorb ist unverändert, Sie können es jederzeit erneut versuchen.",
      none: "Für diese Region ist keine Zahlungsart eingerichtet.",
    },
  },
  return: {
    title: "Ihre Zahlung",
    checking: "Ihre Zahlung wird geprüft …",
    stillChecking:
      "Ihre Zahlung wird noch geprüft. Sie müssen nichts weiter tun: Sobald das Ergebnis vorliegt, erhalten Sie eine E-Mail.",
    unknown:
      "Der Status Ihrer Zahlung ist gerade nicht bekannt. Wenn Sie bezahlt haben, erhalten Sie eine E-Mail mit Ihrer Bestellung. Bitte bezahlen Sie nicht sofort noch einmal.",
    again: "Status aktualisieren",
    toProducts: "Zum Shop",
  },
  order: {
    title: "Vielen Dank für Ihre Bestellung!",
    lead: (number: number, email: string) =>
      `Ihre Bestellnummer ist ${number}. Bei Rückfragen schreiben wir an ${email}.`,
    heading: "Ihre Bestellung",
    notFound: "Diese Bestellung haben wir nicht gefunden.",
    items: "Bestellte Artikel",
    address: "Lieferung an",
    payment: "Zahlung",
    payNow: "Jetzt bezahlen",
    arrived: "Ihre Zahlung ist eingegangen. Vielen Dank!",
    toProducts: "Weiter einkaufen",
  },
}

export type Texts = typeof de
