import type { PlayKind } from "./plays"
import type { Obstacle } from "./shop"
import type { SkipCode, TroubleCode } from "./trouble"

export type Language = "de" | "en"

type Texts<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>

export type RefusalCode = "test_mode" | "nothing"

/** Why nothing is played. */
export const REFUSALS: Texts<RefusalCode> = {
  test_mode: {
    de: "Das Plugin ist nicht im Testmodus, dies kann also ein Shop mit echten Kunden sein. Proben Sie in einem Staging-Shop, in dem der Testmodus eingeschaltet ist.",
    en: "The plugin is not in test mode, so this may be a shop with real customers. Rehearse in a staging shop with test mode switched on.",
  },
  nothing: { de: "In diesem Shop kann nichts gekauft werden.", en: "Nothing can be bought here." },
}

/** What is missing in the shop, and what to do about it. */
export const GAP_TEXTS: Texts<Obstacle> = {
  no_region: {
    de: "Keine Region bietet secuconnect an. Schalten Sie es unter Einstellungen → Regionen als Zahlungsanbieter ein.",
    en: "No region offers secuconnect. Switch it on as a payment provider in Settings → Regions.",
  },
  no_country: {
    de: "Die Region hat kein Land. Fügen Sie unter Einstellungen → Regionen eines hinzu.",
    en: "The region has no country. Add one in Settings → Regions.",
  },
  no_currency: {
    de: "In dieser Währung kann das Plugin nichts berechnen.",
    en: "The plugin cannot charge anything in this currency.",
  },
  no_key: {
    de: "Kein öffentlicher API-Schlüssel ist mit einem Vertriebskanal verbunden. Legen Sie unter Einstellungen → Öffentliche API-Schlüssel einen an; die Storefront braucht ihn auch.",
    en: "No publishable API key is linked to a sales channel. Make one in Settings → Publishable API Keys; the storefront needs it too.",
  },
  no_products: {
    de: "Kein veröffentlichtes Produkt gehört zu diesem Vertriebskanal.",
    en: "No published product belongs to this sales channel.",
  },
  no_price: {
    de: "Kein Produkt hat einen Preis in der Währung dieser Region.",
    en: "No product has a price in the currency of this region.",
  },
  no_stock: {
    de: "Nichts ist auf Lager. Die Lagerorte müssen mit dem Vertriebskanal verbunden sein.",
    en: "Nothing is in stock. The stock locations must be linked to the sales channel.",
  },
  no_method: {
    de: "Der Vertrag hat für diese Währung keine der Zahlungsarten, die in der Region eingeschaltet sind.",
    en: "For this currency the contract has none of the methods that the region has switched on.",
  },
}

/** What was played. */
export const KIND_TEXTS: Texts<PlayKind> = {
  paid: { en: "paid", de: "bezahlt" },
  window_closed: { en: "paid, window closed", de: "bezahlt, Fenster geschlossen" },
  webhook_lost: { en: "paid, webhook lost", de: "bezahlt, Webhook verloren" },
  connection_broken: {
    en: "paid, connection broke off",
    de: "bezahlt, Verbindung abgebrochen",
  },
  double_click: { en: "double click", de: "Doppelklick" },
  storefront_completes: {
    en: "paid, completed by the storefront",
    de: "bezahlt, von der Storefront abgeschlossen",
  },
  declined: { en: "payment declined", de: "Zahlung abgelehnt" },
  aborted: { en: "customer went back", de: "Kunde ist umgekehrt" },
  partial_refund: { en: "partial refund", de: "Teilerstattung" },
  full_refund: { en: "full refund", de: "volle Erstattung" },
  returned: { en: "returned debit or chargeback", de: "Rücklastschrift oder Rückbuchung" },
  crash: { en: "server died after the payment", de: "Server nach der Zahlung abgestürzt" },
}

/** What is wrong, and where to look. */
export const TROUBLE_TEXTS: Texts<TroubleCode> = {
  not_offered: {
    de: "Die Region bietet dafür keinen Anbieter an: Einstellungen → Regionen.",
    en: "The region has no provider for it: Settings → Regions.",
  },
  refused: {
    de: "Der Shop hat eine Anfrage abgelehnt; die Meldung ist seine eigene. Prüfen Sie Hooks und Middlewares des Shops, sonst die Einstellung, die sie nennt.",
    en: "The shop has refused a request; the message is its own. Look into the shop's hooks and middlewares, else into the setting that it names.",
  },
  no_shipping: {
    de: "Für dieses Land gibt es keine Versandoption: Einstellungen → Standorte & Versand.",
    en: "There is no shipping option for this country: Settings → Locations & Shipping.",
  },
  no_session: {
    de: "Die Bezahlseite wurde nicht eröffnet. Den Grund nennt das Log des Shops.",
    en: "No payment page was opened. The shop's log says why.",
  },
  no_order: {
    de: "Bezahlt, und keine Bestellung. Meist lehnt ein Hook des Abschlusses (completeCartWorkflow) ab, oder der Bestand reicht nicht; das Log nennt den Grund.",
    en: "Paid, and no order. Most often a hook of the completion (completeCartWorkflow) refuses, or stock does not suffice; the log says why.",
  },
  unpaid_order: {
    de: "Eine Bestellung, obwohl niemand bezahlt hat. Wer legt sie an?",
    en: "An order although nobody has paid. Who places it?",
  },
  no_way_back: {
    de: "Der Kunde wird nach der Zahlung nicht zur Storefront geschickt: storefrontReturnUrl, allowedReturnOrigins.",
    en: "After the payment the customer is not sent on to the storefront: storefrontReturnUrl, allowedReturnOrigins.",
  },
  webhook_failed: {
    de: "Der Webhook hat nicht zu einer Bestellung geführt; das Log nennt den Grund.",
    en: "The webhook has not led to an order; the log says why.",
  },
  notice: {
    de: "Die Zahlung hat danach einen anderen Hinweis als erwartet. Was er bedeutet: docs/operations.md.",
    en: "The payment then has another notice than expected. What it means: docs/operations.md.",
  },
  not_captured: {
    de: "Die Zahlung der Bestellung ist nicht eingezogen.",
    en: "The order's payment is not captured.",
  },
  broke: {
    de: "Es ist mit einem Fehler abgebrochen; er steht daneben, mehr sagt das Log.",
    en: "It broke off with an error, given beside it; the log says more.",
  },
}

/** Why a checkout was left out. */
export const SKIP_TEXTS: Texts<SkipCode> = {
  limits: {
    de: "Kein Artikel auf Lager ergibt einen Betrag in den Grenzen dieser Zahlungsart.",
    en: "No article in stock makes an amount within the limits of this method.",
  },
  sold_out: {
    de: "Die Probe hat alles aufgebraucht.",
    en: "The rehearsal has used everything up.",
  },
  free: { de: "Der Warenkorb kostet nichts.", en: "The cart costs nothing." },
  single_line: {
    de: "Diese Zahlungsart braucht die Artikel einzeln, die Einstellung basket fasst sie zusammen.",
    en: "This method needs the articles one by one, the setting basket puts them together.",
  },
}
