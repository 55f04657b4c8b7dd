import type { regions as english } from "../en/regions"
import type { Words } from "../words"

export const regions: Words<typeof english> = {
  title: "Zahlungsarten von secuconnect",
  description: "Was Käufer in dieser Region an der Kasse wählen können.",
  general: "Alle Zahlungsarten, Wahl auf der Zahlungsseite",
  notOffered: "Ihr Vertrag mit secupay enthält diese Zahlungsart nicht.",
  notOfferedForCurrency: "secupay bietet diese Zahlungsart nicht in {{currency}} an.",
  unknown: "secuconnect konnte nicht gefragt werden, was Ihr Vertrag bietet: {{cause}}",
  switchedOn: "{{method}} ist eingeschaltet.",
  switchedOff: "{{method}} ist ausgeschaltet.",
}
