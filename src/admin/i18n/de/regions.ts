import type { regions as english } from "../en/regions"
import type { Words } from "../words"

export const regions: Words<typeof english> = {
  title: "Zahlungsarten von secuconnect",
  description: "Was Kunden dieser Region an der Kasse wählen können.",
  general: "Alle Zahlungsarten, Auswahl auf der Zahlungsseite",
  notOffered: "Ihr Vertrag mit secupay enthält diese Zahlungsart nicht.",
  notOfferedForCurrency: "secupay bietet diese Zahlungsart nicht in {{currency}} an.",
  currencyRefused:
    "In {{currency}} wird nichts abgebucht: Die Nachkommastellen sind strittig, eine Zahlung könnte um den Faktor 100 falsch sein.",
  unknown:
    "Die Zahlungsarten Ihres Vertrags konnten nicht von secuconnect geladen werden: {{cause}}",
  switchedOn: "{{method}} ist jetzt aktiviert.",
  switchedOff: "{{method}} ist jetzt deaktiviert.",
}
