import { model } from "@medusajs/framework/utils"

/** Who has asked for something lately, see `Turns`. Rows that say nothing any more are deleted. */
export const Turn = model.define("secuconnect_turn", {
  /** What is asked for: the reading of a checkout, the start of a payment. */
  id: model.text().primaryKey(),
  /** Until when what was done counts. */
  until: model.dateTime(),
})
