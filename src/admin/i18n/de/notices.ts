import type { Mismatch, OrphanDecision, ProblemReason, WarningCode } from "../../../http-types"

export const warning: Record<WarningCode, { title: string; text: string }> = {
  mismatch: {
    title: "Zahlung weicht von der Bestellung ab",
    text: "Betrag, Währung, Vertrag oder Testmodus stimmen bei secuconnect nicht mit dem überein, was der Shop angefordert hat. Es wurde nichts verbucht. Vergleichen Sie die Zahlung in secuOffice, und erstatten oder behalten Sie sie dann.",
  },
  amount_differs: {
    title: "Bestellsumme weicht ab",
    text: "Die Bestellung kostet etwas anderes, als der Kunde bezahlt hat. Versenden Sie noch nichts. Lassen Sie den Rest über den Zahlungslink der Bestellung bezahlen, erstatten Sie, was zu viel bezahlt wurde, oder stornieren Sie die Bestellung.",
  },
  orphaned: {
    title: "Zahlung ohne Bestellung",
    text: "Der Kunde hat bezahlt, aber zu dieser Zahlung gibt es keine Bestellung, etwa weil ein Artikel ausverkauft war oder die Bestellung storniert wurde. Legen Sie die Bestellung an, wenn das noch möglich ist, erstatten Sie die Zahlung, oder behalten Sie sie, wenn das mit dem Kunden so vereinbart ist.",
  },
  order_not_placed: {
    title: "Bestellung konnte nicht angelegt werden",
    text: "Der Betrag ist autorisiert, oder der Kunde hat die Bankverbindung erhalten, die Bestellung konnte aber nicht angelegt werden, etwa weil ein Artikel ausverkauft war. Eingezogen wurde nichts. Legen Sie die Bestellung an, wenn das noch möglich ist, oder stornieren Sie die Zahlung. Tun Sie nichts, wird sie nach den Stunden storniert, die unter „Unbezahlt abbrechen nach“ stehen.",
  },
  payment_failed: {
    title: "Zahlung fehlgeschlagen",
    text: "Aus dieser Zahlung kommt kein Geld mehr, die Bestellung ist aber noch offen. Versenden Sie nicht. Stornieren Sie die Bestellung, oder vereinbaren Sie mit dem Kunden eine andere Zahlung.",
  },
  payment_expired: {
    title: "Überweisung nicht eingegangen",
    text: "Ihre Frist für Vorkasse ist abgelaufen, und die Überweisung wurde storniert. Stornieren Sie die Bestellung, oder bitten Sie den Kunden, neu zu bestellen.",
  },
  transfer_too_high: {
    title: "Überweisung zu hoch",
    text: "Die Bestellung kostet weniger, als der Kunde überweisen soll, und der Betrag einer Überweisung lässt sich nicht ändern. Der Kunde erhält die Bankverbindung nicht mehr. Stornieren Sie die Zahlung, und vereinbaren Sie eine andere, oder erstatten Sie den Unterschied, wenn die Überweisung eingegangen ist.",
  },
  authorization_too_high: {
    title: "Autorisierung zu hoch",
    text: "Die Bestellung kostet weniger, als der Kunde autorisiert hat, und eine Autorisierung lässt sich nur im Ganzen einziehen. Stornieren Sie die Zahlung, und senden Sie einen Zahlungslink über den neuen Betrag, oder bringen Sie die Bestellung wieder auf den autorisierten Betrag.",
  },
  not_booked: {
    title: "Zahlung nicht in Medusa verbucht",
    text: "Das Geld ist bei secuconnect eingegangen, Medusa konnte es aber nicht auf die Bestellung buchen. Das Plugin versucht es weiter. Bleibt dieser Hinweis stehen, hilft das Protokoll des Servers.",
  },
  not_cancelled: {
    title: "Zahlung noch nicht storniert",
    text: "Diese Zahlung ist autorisiert oder wartet auf eine Überweisung, die Bestellung braucht sie aber nicht: Sie wurde anders bezahlt oder geändert. secuconnect hat die Stornierung nicht angenommen. Das Plugin versucht es weiter. Bleibt dieser Hinweis stehen, stornieren Sie die Zahlung in secuOffice.",
  },
  disputed: {
    title: "Rückbuchung oder Rücklastschrift",
    text: "Eine Kartenzahlung wurde angefochten, oder eine Lastschrift kam zurück. Halten Sie den Versand wenn möglich an, und wenden Sie sich an den Kunden oder an secupay. Automatisch storniert wurde nichts.",
  },
  refund_failed: {
    title: "Erstattung fehlgeschlagen",
    text: "In der Bestellung steht eine Erstattung, die secuconnect nicht ausgeführt hat. Erstatten Sie den Betrag in secuOffice, oder überweisen Sie ihn dem Kunden selbst.",
  },
  refund_not_booked: {
    title: "Erstattung nicht in Medusa verbucht",
    text: "Die Zahlung wurde in secuOffice oder bei PayPal erstattet, Medusa konnte das aber nicht in der Bestellung verbuchen. Das Plugin versucht es weiter.",
  },
  status_unclear: {
    title: "Status unklar",
    text: "secuconnect meldet für diese Zahlung Status, die nicht zusammenpassen oder sich nicht lesen lassen, oder hält sie zurück. Der Verlauf nennt den Grund. Versenden Sie noch nicht. Sehen Sie in secuOffice nach, oder fragen Sie secupay.",
  },
  paid_twice: {
    title: "Doppelt bezahlt",
    text: "Der Kunde hat auf derselben Zahlungsseite mehr als einmal bezahlt, oder er hat nach einer Rücklastschrift neu bezahlt, die inzwischen geklärt ist. Die Bestellung braucht nur eine Zahlung. Erstatten Sie die andere in secuOffice, oder in der Bestellung, wenn dort beide stehen.",
  },
  basket_changed: {
    title: "Warenkorb während der Zahlung geändert",
    text: "Der Kunde sah auf der Zahlungsseite einen anderen Warenkorb oder eine andere Adresse, als jetzt in der Bestellung steht. Die Summe ist gleich. Prüfen Sie Artikel und Adresse vor dem Versand.",
  },
  delivery_not_reported: {
    title: "Versand nicht gemeldet",
    text: "secuconnect hat die Versandmeldung nicht angenommen. Ohne sie zahlt secupay Rechnungen nicht aus. Melden Sie den Versand erneut, oder tragen Sie ihn in secuOffice ein.",
  },
}

export const mismatchOf: Record<Mismatch, string> = {
  amount: "Der Betrag weicht ab.",
  currency: "Die Währung weicht ab.",
  contract: "Es wurde ein anderer Vertrag verwendet.",
  demo: "Eine Testzahlung statt einer echten oder umgekehrt.",
  unconfirmed: "secuconnect hat Betrag und Währung nicht bestätigt.",
  status: "Das Geld ist da, secuconnect nennt die Zahlung aber fehlgeschlagen oder storniert.",
}

export const reasonOf: Record<ProblemReason, string> = {
  out_of_stock: "Ein Artikel ist nicht mehr in dieser Menge vorrätig.",
  refused_by_shop: "Eine Prüfung Ihres Shops hat die Bestellung abgelehnt.",
  busy: "Der Server, die Datenbank oder secuconnect war ausgelastet oder nicht erreichbar.",
}

export const orphan: Record<OrphanDecision, string> = {
  refund: "Entschieden: Die Zahlung wird erstattet.",
  keep: "Entschieden: Sie behalten die Zahlung.",
}
