import { z } from "zod"
import { orderAddressProblem } from "../../../mapping/page/order-address"
import type { MailKind } from "../../../mapping/words/mails"
import { closestName } from "./closest-name"

const text = (limit: number) => z.string().trim().min(1).max(limit)
const days = z.number().int().min(1).max(365)

/** Nobody is asked more often. */
const MOST_REMINDERS = 10

/** One day or several, in any order; afterwards ascending, each once. */
const reminderDays = z
  .union([days.transform((day) => [day]), z.array(days).min(1).max(MOST_REMINDERS)], {
    error: `must be a whole number from 1 to 365, or a list of up to ${MOST_REMINDERS} of them`,
  })
  .transform((given) => [...new Set(given)].sort((one, other) => one - other))

// `abort`: else the message of a union would give way to the one of its text branch.
const absoluteUrl = z.url({
  protocol: /^https?$/,
  message: "must be an absolute http(s) URL",
  abort: true,
})

/** Paths are added to it. */
export const NO_QUERY = "must have neither a query nor a fragment (? or #)"

const id = (prefix: string) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^${prefix}_\\w+$`), { message: `must look like ${prefix}_…`, abort: true })

/** `true`: in the plugin's own words. A text: the id of a template of the shop's mail provider. */
const mail = z
  .union([z.boolean(), text(200)], { error: "must be true, false or the id of a template" })
  .default(false)

const mailsSchema = z.strictObject({
  prepayment: mail,
  invoice: mail,
  reminder: mail,
  payment_link: mail,
  payment_failed: mail,
  refund: mail,
} satisfies Record<MailKind, z.ZodType>)

/**
 * Every option of the plugin, with its default: the one table.
 *
 * Credentials and addresses come only from the configuration; the settings page may hold the rest
 * (`PAGE_SETTINGS`), where the configuration wins.
 */
export const optionsSchema = z.strictObject({
  /** OAuth client id of the secuconnect account. */
  clientId: text(200),
  /** OAuth client secret of the secuconnect account. Keep it in the environment. */
  clientSecret: text(500),
  /** `live`, `testing`, or the base URL of another host (the sandbox). */
  environment: z.union([z.literal("live"), z.literal("testing"), absoluteUrl], {
    error: 'must be "live", "testing" or an absolute http(s) URL',
  }),
  /** Public address of the Medusa server: secuconnect calls it back. Default: `admin.backendUrl`, if absolute. */
  backendUrl: absoluteUrl.refine((url) => !/[?#]/.test(url), NO_QUERY).optional(),
  /** Where the shopper goes after the payment page when the storefront named no `return_url`. */
  storefrontReturnUrl: absoluteUrl.optional(),
  /** Origins that a storefront's `return_url` may have: addresses or patterns (`/…/`). Default: the store's CORS origins. */
  allowedReturnOrigins: z.array(text(500)).optional(),
  /** Time limit of one call to secuconnect, with its retries, in milliseconds. */
  timeoutMs: z.number().int().min(1_000).max(60_000).default(20_000),

  /** secuconnect contract (`GCR_…`) that receives the money. */
  contractId: id("GCR").optional(),
  /** Checkout template (`COT_…`), one for all or one per language. Default: the documented public one. */
  checkoutTemplateId: z
    .union([id("COT"), z.strictObject({ de: id("COT"), en: id("COT") })], {
      error: 'must look like "COT_…" or { de: "COT_…", en: "COT_…" }',
    })
    .default("COT_WD0DE66HN2XWJHW8JM88003YG0NEA2"),
  /** Demo transactions: nothing is executed, no money moves. */
  demo: z.boolean().default(false),
  /** `automatic`: money is taken at checkout. `manual`: authorized first, captured from the admin. */
  capture: z.enum(["automatic", "manual"]).default("automatic"),
  /** Language of the payment page when neither session nor cart names one. */
  language: z.enum(["de", "en"]).optional(),
  /** `full`: itemized. `single_line`: one line with the total. */
  basket: z.enum(["full", "single_line"]).default("full"),
  /** `send` the customer's name and address, or let the payment page `ask`. */
  customer: z.enum(["send", "ask"]).default("send"),
  /** The customer cannot change on the payment page what the shop has sent. */
  lockCustomerData: z.boolean().default(false),
  /** Name of the shop in the purpose of the payment, and on the payment page of an order. */
  shopName: text(60).optional(),
  /** Address of the shop's logo, which the payment page of an order shows in place of its name. */
  shopLogoUrl: absoluteUrl.optional(),
  /** Colour of that page, `#rrggbb`. */
  shopColor: z
    .string()
    .trim()
    .regex(/^#[0-9a-f]{6}$/i, "must be a colour like #1a6b3c")
    .optional(),
  /**
   * The storefront's page of an order, `https://shop.example/{country_code}/order/{order_id}`: the payment page of
   * an order leads whoever has paid there.
   */
  storefrontOrderUrl: text(500)
    .superRefine((written, context) => {
      const message = written && orderAddressProblem(written)
      if (message) context.addIssue({ code: "custom", message })
    })
    .optional(),
  /** Text on the customer's card statement, 1 to 22 characters of A-Z a-z 0-9 - . ! * = _ and space. */
  statementDescriptor: z
    .string()
    .regex(
      /^[A-Za-z0-9\-.!*=_ ]{1,22}$/,
      "must be 1 to 22 characters of A-Z a-z 0-9 - . ! * = _ space",
    )
    .optional(),
  /**
   * Hours after which a payment is cancelled that nobody finished, or that is only promised and on which
   * no order could be placed.
   */
  abandonAfterHours: z.number().int().min(1).max(720).default(24),
  /** Days after which a waiting prepayment is reminded of: one, or several (`[3, 7, 14]`). Not set: never. */
  prepaymentReminderDays: reminderDays.optional(),
  /** Days after which a waiting prepayment is cancelled. Not set: never. */
  prepaymentExpiryDays: days.optional(),
  /** Cancel the order of a prepayment that expired. */
  cancelExpiredOrders: z.boolean().default(false),
  /** Order first: the cart is ordered before anything is paid, and paid on the order's payment page. */
  orderFirst: z.boolean().default(false),
  /** Hours after which such an order is cancelled when nobody has paid for it. */
  orderFirstHours: z.number().int().min(1).max(720).default(72),
  /** Days for which an order can be paid through a payment link. */
  paymentLinkDays: days.default(30),
  /** Days after which a customer is reminded of a payment link that was mailed. Not set: never. */
  paymentLinkReminderDays: reminderDays.optional(),
  /** Mail the customer a payment link when the bank has returned a direct debit. */
  linkAfterReturnedDebit: z.boolean().default(false),
  /** Mail the customer a payment link when an edit, exchange or claim makes an order cost more. */
  linkAfterOrderChange: z.boolean().default(false),
  /** Refund money that has no order without being asked. */
  refundOrphans: z.boolean().default(false),
  /** Report shipments to secuconnect. */
  reportDelivery: z.boolean().default(true),
  /** Which mails are sent to customers. */
  mails: mailsSchema.prefault({}),
  /** Stands under each mail that the plugin writes itself: the shop's company details, in several lines. */
  mailFooter: text(1000).optional(),
})

/** The options as a shop writes them in its `medusa-config`. */
export type SecuconnectOptions = z.input<typeof optionsSchema>

/** The options after validation, defaults filled in. */
export type ResolvedOptions = z.output<typeof optionsSchema>

/**
 * Validates the plugin's options.
 *
 * @throws Error naming every wrong or missing option in one readable message
 */
export function parseOptions(options: unknown): ResolvedOptions {
  const parsed = optionsSchema.safeParse(withoutMedusasOwn(options), { reportInput: true })
  if (parsed.success) return parsed.data

  const problems = parsed.error.issues.map((issue) => `  - ${describe(issue)}`)
  throw new Error(
    ["medusa-payment-secuconnect: the options in medusa-config are not right.", ...problems].join(
      "\n",
    ),
  )
}

/** Medusa puts the database's address among the options of every module. */
function withoutMedusasOwn(options: unknown): unknown {
  const entries = Object.entries(options ?? {})
  return Object.fromEntries(entries.filter(([name]) => name !== "database"))
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `unknown option: ${issue.keys.map(withGuess).join(", ")}`
  }
  const name = issue.path.join(".")
  const isEmpty = issue.code === "too_small" && issue.origin === "string"
  if (isEmpty) return `${name} is empty`
  const missing = issue.code === "invalid_type" && issue.input === undefined
  return missing ? `${name} is missing` : `${name}: ${issue.message}`
}

function withGuess(name: string): string {
  const meant = closestName(name, Object.keys(optionsSchema.shape))
  return meant === null ? name : `${name} (did you mean ${meant}?)`
}
