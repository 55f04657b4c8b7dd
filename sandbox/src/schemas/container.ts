import { z } from "zod"

const text = z.string().trim().min(1).max(100)

const bankAccount = z.strictObject({
  type: z.literal("bank_account"),
  private: z.strictObject({
    owner: text,
    iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, "must be an IBAN without spaces"),
    bic: z
      .string()
      .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, "must be a BIC")
      .optional(),
    bankname: z.string().optional(),
    purpose: z.string().optional(),
  }),
})

/** A bank account to be debited: the only instrument that a shop may send without a card form. */
export const bankAccountSchema = bankAccount

/** Body of `POST /Payment/Containers` and of the update. */
export const paymentContainerSchema = z.strictObject({
  ...bankAccount.shape,
  merchant_id: z.string().optional(),
  customer: z.strictObject({ id: z.string(), object: z.string().optional() }).optional(),
  customer_id: z.string().optional(),
  request_token: z.boolean().optional(),
  notification_url: z.url().optional(),
})
