import type { methods as english } from "../en/methods"
import type { Words } from "../words"

export const methods: Words<typeof english> = {
  general: "Auswahl auf der Zahlungsseite",
  creditcard: "Kreditkarte",
  debit: "Lastschrift",
  invoice: "Rechnung",
  prepaid: "Vorkasse",
  paypal: "PayPal",
  easycredit: "easyCredit-Ratenkauf",
  sofort: "Sofort",
  giropay: "giropay",
  eps: "eps-Überweisung",
}
