import type { settings as english } from "../en/settings"
import type { Words } from "../words"

export const settings: Words<typeof english> = {
  title: "secuconnect",
  description: "Zahlungen über secuconnect Smart Checkout von secupay.",
}
