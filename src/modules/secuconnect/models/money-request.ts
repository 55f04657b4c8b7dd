import { model } from "@medusajs/framework/utils"

/**
 * A request that moves money, written down before it is sent. Medusa's own idempotency keys change
 * on every retry, so this row is what tells a repetition from a new request.
 */
export const MoneyRequest = model
  .define("secuconnect_money_request", {
    id: model.id({ prefix: "screq" }).primaryKey(),
    checkout_id: model.text(),
    /** `external_refund`: a refund that was made elsewhere and is only written into Medusa's books. */
    kind: model.enum(["capture", "refund", "cancel", "external_refund"]),
    /** The payment at secuconnect (`PCI_…`) or the Smart Transaction (`STX_…`) it goes to. */
    target_id: model.text(),
    /** Minor units; the whole amount for captures and cancellations. */
    amount: model.bigNumber(),
    /** Effective amount at secuconnect before the request, minor units. */
    amount_before: model.bigNumber(),
    /** Medusa's capture, refund or payment id. */
    medusa_id: model.text().nullable(),
    /** Text for the customer's bank statement. */
    reason: model.text().nullable(),
    /** The refund at secuconnect (`PCI_…`) that came of it, as far as it is known. */
    refund_payment_id: model.text().nullable(),
    /** Refunds of the target (`PCI_…`) that were there before: a later one may be ours. */
    refunds_before: model.array().default([]),
    /** `open` until we know what became of it; `unclear` where nobody can know. */
    state: model.enum(["open", "done", "refused", "unclear"]).default("open"),
  })
  .indexes([
    { on: ["checkout_id", "state"] },
    {
      // One that gives money back at a time, whoever asks: two could both be carried out.
      name: "IDX_secuconnect_money_request_one_open",
      on: ["checkout_id"],
      unique: true,
      where: "kind IN ('refund', 'cancel') AND state = 'open' AND deleted_at IS NULL",
    },
  ])
