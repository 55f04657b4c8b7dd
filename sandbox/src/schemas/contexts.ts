import { z } from "zod"

const url = z.url({ protocol: /^https?$/, error: "must be an absolute http(s) URL" }).max(2000)
const line = z.string().max(200)

const returnUrls = z.strictObject({
  url_success: url.optional(),
  url_error: url.optional(),
  url_abort: url.optional(),
  url_failure: url.optional(),
  url_push: url.optional(),
})

const shopDetails = z.strictObject({
  shop_system: line.optional(),
  shop_system_version: line.optional(),
  shop_domain: line.optional(),
  plugin_vendor: line.optional(),
  plugin_version: line.optional(),
  user_agent: line.optional(),
})

const iframeOptions = z.strictObject({
  payment_hint_title: z.string().optional(),
  payment_hint: z.array(z.string()).optional(),
  project_title: z.string().optional(),
  submit_button_title: z.string().optional(),
  cancel_button_title: z.string().optional(),
  language: z.string().optional(),
  basket_title: z.string().optional(),
  hide_disclaimer: z.boolean().optional(),
  has_accepted_disclaimer: z.boolean().optional(),
})

export const applicationContextSchema = z.strictObject({
  checkout_template: z.string().optional(),
  language: z.enum(["de", "en"]).optional(),
  return_urls: returnUrls.optional(),
  iframe_opts: iframeOptions.optional(),
  locks: z
    .strictObject({ customer: z.boolean().optional(), shipping_address: z.boolean().optional() })
    .optional(),
  shop_details: shopDetails.optional(),
})

const descriptor = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[A-Za-z0-9\-.!*=_ ]+$/, "only A-Z a-z 0-9 - . ! * = _ and space")

/** What a card statement shows. */
export const descriptorSchema = z.strictObject({
  merchant_name: descriptor(22).optional(),
  merchant_city: descriptor(13).optional(),
})

export const paymentContextSchema = z.strictObject({
  auto_capture: z.boolean().default(false),
  payment_methods: z
    .array(
      z.enum([
        "creditcard",
        "debit",
        "easycredit",
        "giropay",
        "invoice",
        "paypal",
        "prepaid",
        "sofort",
      ]),
    )
    .min(1)
    .nullable()
    .optional(),
  accrual: z.boolean().optional(),
  merchant_initiated: z.boolean().optional(),
  dynamic_descriptor: descriptorSchema.optional(),
})
