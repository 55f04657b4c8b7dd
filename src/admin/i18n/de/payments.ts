import type { payments as english } from "../en/payments"
import type { Words } from "../words"

export const payments: Words<typeof english> = {
  title: "Zahlungen",
  menu: "secuconnect-Zahlungen",
}
