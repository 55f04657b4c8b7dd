import type { order as english } from "../en/order"
import type { Words } from "../words"

export const order: Words<typeof english> = {
  title: "secuconnect",
}
