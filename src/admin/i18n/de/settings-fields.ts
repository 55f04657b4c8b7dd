import type { fields as english } from "../en/settings-fields"
import type { Words } from "../words"

export const fields: Words<typeof english> = {
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
    hint: "Im Verwendungszweck der Zahlung und auf der Seite hinter einem Zahlungslink. Leer: die Domain des Shops.",
    rule: "Höchstens 60 Zeichen.",
  },
  shopLogoUrl: {
    label: "Logo",
    hint: "Adresse eines Bildes, das die Seite hinter einem Zahlungslink anstelle des Namens zeigt.",
    rule: "Eine Adresse, die mit https:// beginnt.",
  },
  shopColor: {
    label: "Farbe",
    hint: "Akzent der Seite hinter einem Zahlungslink, zum Beispiel #1a6b3c.",
    rule: "# und sechs Ziffern, 0 bis 9 und a bis f.",
  },
  storefrontOrderUrl: {
    label: "Bestellseite der Storefront",
    hint: "Dorthin führt die Seite hinter einem Zahlungslink, wenn der Kunde bezahlt hat. Beispiel: https://shop.example/{country_code}/order/{order_id}",
    rule: "Eine Adresse, die mit https:// beginnt und {order_id} enthält; möglich sind auch {country_code} und {language}.",
  },
  statementDescriptor: {
    label: "Buchungstext",
    hint: "Was Kunden auf ihrer Kartenabrechnung lesen. Nur mit der neuen Kartenabrechnung von secupay.",
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
  orderFirst: {
    label: "Erst bestellen, dann bezahlen",
    hint: "Die Bestellung wird angelegt, bevor etwas bezahlt ist, und der Kunde kommt auf eine Zahlungsseite. Ihr Bestand ist so lange reserviert.",
    rule: "An oder aus.",
  },
  orderFirstHours: {
    label: "Unbezahlte Bestellungen stornieren nach (Stunden)",
    hint: "Für Bestellungen, die zuerst angelegt wurden und bis dahin nicht bezahlt sind; ihr Bestand wird frei. Leer: 72.",
    rule: "Eine ganze Zahl von 1 bis 720.",
  },
  paymentLinkDays: {
    label: "Zahlungslink gültig (Tage)",
    hint: "Danach kann damit niemand mehr bezahlen; Sie können einen neuen erstellen. Leer: 30.",
    rule: "Eine ganze Zahl von 1 bis 365.",
  },
  linkAfterReturnedDebit: {
    label: "Zahlungslink nach einer Rücklastschrift",
    hint: "Der Kunde bekommt ihn sofort per E-Mail. Die E-Mail Zahlungslink muss eingeschaltet sein.",
    rule: "An oder aus.",
  },
  linkAfterOrderChange: {
    label: "Zahlungslink nach einer Änderung der Bestellung",
    hint: "Wenn eine mit secuconnect bezahlte Bestellung durch Bearbeitung, Umtausch oder Reklamation teurer wird. Die E-Mail Zahlungslink muss eingeschaltet sein.",
    rule: "An oder aus.",
  },
  paymentLinkReminderDays: {
    label: "An einen Zahlungslink erinnern nach (Tagen)",
    hint: "Wenn er per E-Mail gesendet wurde und die Bestellung bis dahin nicht bezahlt ist. Mehrmals: 3, 7, 14. Leer: nie. Die E-Mail Zahlungslink muss eingeschaltet sein.",
    rule: "Bis zu 10 ganze Zahlen von 1 bis 365, durch Kommas getrennt.",
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
  mails: {
    label: "E-Mails",
    hint: "Jede wird nur gesendet, wenn Sie sie einschalten. Bleibt die Vorlage leer, gilt die mitgelieferte E-Mail.",
    rule: "Die ID einer Vorlage hat höchstens 200 Zeichen.",
  },
  mailFooter: {
    label: "Fußzeile der E-Mails",
    hint: "Unter jeder mitgelieferten E-Mail: zum Beispiel Ihre Firmenangaben.",
    rule: "Höchstens 1000 Zeichen.",
  },
  prepaymentReminderDays: {
    label: "Erinnern nach (Tagen)",
    hint: "Wenn eine Überweisung bis dahin nicht eingegangen ist. Mehrmals: 3, 7, 14. Leer: nie.",
    rule: "Bis zu 10 ganze Zahlen von 1 bis 365, durch Kommas getrennt.",
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
}
