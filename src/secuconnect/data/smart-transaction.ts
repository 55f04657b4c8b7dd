import { z } from "zod"
import {
  asList,
  asRecord,
  currency,
  flag,
  id,
  idOf,
  integer,
  isRecord,
  link,
  list,
  maybe,
  oneLine,
  record,
  time,
  word,
} from "./lenient"
import { normalizePaymentMethod } from "./payment-method"
import {
  parseSmartTransactionStatus,
  type SmartTransactionStatus,
} from "./smart-transaction-status"

/** Where to transfer the money to. Different for every transaction: never keep it for another. */
export interface PaymentInstructions {
  owner: string
  iban: string
  bic?: string | undefined
  bankname?: string | undefined
  purpose: string
  girocode_url?: string | undefined
}

/**
 * A Smart Transaction as replied, the buyer's data left out.
 * @see https://developer.secuconnect.com/integration/Read_a_Smart_Transaction.html
 */
export interface SmartTransaction {
  id: string
  status: SmartTransactionStatus | "unknown"
  /** The status in the vendor's words, `""` where the reply has none. */
  status_raw: string
  contract_id?: string | undefined
  is_demo?: boolean | undefined
  /** Minor units. */
  sum?: number | undefined
  currency?: string | undefined
  /** What the buyer chose, spelled as in requests: `prepaid`, `creditcard`. */
  payment_method?: string | undefined
  trans_id?: string | undefined
  /**
   * URL by payment method, spelled as in requests, and `general`; http or https. A missing method is
   * not available here.
   */
  payment_links: Record<string, string>
  /** Its Payment Transactions; a failed attempt may have left one behind, so there may be several. */
  transactions: { id: string; trans_id?: string | undefined }[]
  /** Only where there is a bank account to transfer to (prepayment, invoice). */
  payment_instructions?: PaymentInstructions | undefined
  created?: string | undefined
  updated?: string | undefined
  /** Fields that were there and could not be read: they count as absent. */
  not_read?: NotRead[] | undefined
}

const NOT_READ = [
  "contract",
  "is_demo",
  "transactions",
  "payment_instructions",
  "payment_links",
] as const

/** What decides nothing by itself, and is missed all the same when it cannot be read. */
export type NotRead = (typeof NOT_READ)[number]

/** As many are read, each by a call of its own; an answer that names more is refused. */
const MAX_PAYMENTS = 100
/** Longest status and name of a method that is kept. */
const MAX_NAME = 60

const paymentLinks = z.unknown().transform((value) => readLinks(linksOf(value)))

const filled = word.pipe(z.string())
const iban = filled.pipe(z.string().regex(/^[a-z]{2}\d{2}(?:[\s-]?[a-z\d]){10,30}$/i))

/** easyCredit puts instalments into the same field: without an account there are no instructions. */
const paymentInstructions = z
  .preprocess(
    asRecord,
    z.object({
      owner: filled,
      iban,
      bic: word,
      bankname: word,
      purpose: filled,
      girocode_url: link,
    }),
  )
  .optional()
  .catch(undefined)

/** One entry of `transactions`; of other kinds than payments nothing is asked. */
const attempt = z.preprocess(
  (value) => (isRecord(value) || Array.isArray(value) ? asRecord(value) : { id: value }),
  z.object({ object: word, id: z.unknown(), trans_id: word }),
)

const payment = z.object({ id, trans_id: word })

const transactions = list(attempt)
  .transform((attempts): unknown => attempts.filter(isPayment))
  .pipe(list(payment, MAX_PAYMENTS))
  .transform((payments) => [...new Map(payments.map((one) => [one.id, one])).values()])

/** Beside its fields the reply itself, to tell what could not be read from what is not there. */
const AS_GIVEN = "as given"

const reply = z
  .object({
    id,
    status: z
      .string()
      .transform((status) => oneLine(status, MAX_NAME))
      .default(""),
    contract: idOf,
    is_demo: flag,
    basket_info: record({ sum: maybe(integer), currency: maybe(currency) }),
    payment_method: word.transform(
      (method) => method && normalizePaymentMethod(oneLine(method, MAX_NAME)),
    ),
    trans_id: word,
    payment_links: paymentLinks,
    transactions,
    payment_instructions: paymentInstructions,
    created: time,
    updated: time,
    [AS_GIVEN]: z.record(z.string(), z.unknown()),
  })
  .transform(({ contract, basket_info, [AS_GIVEN]: given, ...raw }) => ({
    ...raw,
    not_read: notRead(given, { contract, ...raw }),
    status: parseSmartTransactionStatus(raw.status),
    status_raw: raw.status,
    contract_id: contract,
    sum: basket_info.sum,
    currency: basket_info.currency,
  }))

export const smartTransactionSchema: z.ZodType<SmartTransaction> = z.preprocess(
  (value) => ({ ...asRecord(value), [AS_GIVEN]: asRecord(value) }),
  reply,
)

interface Read {
  contract?: string | undefined
  is_demo?: boolean | undefined
  payment_instructions?: PaymentInstructions | undefined
  payment_links: Record<string, string>
}

function notRead(given: Record<string, unknown>, read: Read): NotRead[] | undefined {
  const account = asRecord(given["payment_instructions"])
  const links = Object.values(linksOf(given["payment_links"]))
  const missed: Record<NotRead, boolean> = {
    contract: read.contract === undefined && isFilled(given["contract"]),
    is_demo: read.is_demo === undefined && isFilled(given["is_demo"]),
    transactions: asList(given["transactions"]).some((one) => !isKnownKind(attempt.parse(one))),
    payment_instructions: !read.payment_instructions && ACCOUNT.some((name) => account[name]),
    payment_links: links.some((url) => isFilled(url) && link.parse(url) === undefined),
  }
  const names = NOT_READ.filter((name) => missed[name])
  return names.length > 0 ? names : undefined
}

/** Instalments have none of these. */
const ACCOUNT = ["owner", "iban", "purpose"] as const

/** PHP writes an empty object as `[]`, and an empty text for what is not there. */
function isFilled(value: unknown): boolean {
  if (value === undefined || value === "") return false
  return typeof value !== "object" || Object.keys(value ?? {}).length > 0
}

/** Links that come as one text are the page for all methods. */
function linksOf(value: unknown): Record<string, unknown> {
  return typeof value === "string" ? { general: value } : asRecord(value)
}

/** Any answer to a cancellation but a "no": what became of it is read afterwards. */
export const cancellationSchema: z.ZodType<void> = z
  .unknown()
  .refine((value) => flag.parse(asRecord(value)["result"]) !== false)
  .transform(() => undefined)

/** What does not say what it is tells by its id. */
function isPayment({ object, id: found }: z.output<typeof attempt>): boolean {
  if (object) return object.toLowerCase() === "payment.transactions"
  return typeof found === "string" && found.startsWith("PCI_")
}

function isKnownKind(one: z.output<typeof attempt>): boolean {
  return one.object !== undefined || isPayment(one)
}

/** A method spelled as in requests goes before another spelling of it. */
function readLinks(links: Record<string, unknown>): Record<string, string> {
  const known = Object.entries(links)
    .map(
      ([name, url]) =>
        [name, normalizePaymentMethod(oneLine(name, MAX_NAME)), link.parse(url)] as const,
    )
    .filter(([, , url]) => url !== undefined)
    .sort(([one, method], [other, same]) => Number(one === method) - Number(other === same))
  return Object.fromEntries(known.map(([, method, url]) => [method, url ?? ""]))
}
