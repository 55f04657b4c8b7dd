export type ReportText = keyof typeof REPORT_TEXTS

/** What the report says beside what was found. */
export const REPORT_TEXTS = {
  title: { en: "Rehearsal", de: "Generalprobe" },
  score: {
    en: "{good} of {of} checkouts went as they should.",
    de: "{good} von {of} Bestellvorgängen sind verlaufen, wie sie sollen.",
  },
  time: { en: "Time", de: "Zeit" },
  places: { en: "Regions and sales channels", de: "Regionen und Vertriebskanäle" },
  codes: { en: "Promotion codes", de: "Gutscheincodes" },
  contract: {
    en: "secuconnect could not be asked for the contract's methods, so all methods that the regions allow were played.",
    de: "secuconnect konnte nicht nach den Zahlungsarten des Vertrags gefragt werden; gespielt wurden alle, die die Regionen erlauben.",
  },
  works: { en: "What works", de: "Was funktioniert" },
  fails: { en: "What does not", de: "Was nicht funktioniert" },
  audit: { en: "The audit", de: "Die Prüfung der Bücher" },
  omitted: { en: "What was left out", de: "Was ausgelassen wurde" },
  stays: { en: "What stays in the shop", de: "Was im Shop bleibt" },
  nothing: { en: "Nothing.", de: "Nichts." },
  look: { en: "Where to look", de: "Wo nachzuschauen ist" },
  head: { en: "| what | method | how often |", de: "| was | Zahlungsart | wie oft |" },
  fail_head: {
    en: "| what | method | items | place | order or cart | message |",
    de: "| was | Zahlungsart | Artikel | wo | Bestellung oder Warenkorb | Meldung |",
  },
  balanced: {
    en: "Shop and secuconnect agree on every amount.",
    de: "Shop und secuconnect stimmen in jedem Betrag überein.",
  },
  put_away: {
    en: 'Canceled and archived orders: {orders}. Medusa cannot delete them; "{mark}" stands in their metadata.',
    de: "Stornierte und archivierte Bestellungen: {orders}. Medusa kann sie nicht löschen; in ihren Metadaten steht „{mark}“.",
  },
} as const
