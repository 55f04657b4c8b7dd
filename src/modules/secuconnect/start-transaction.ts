import type { Logger } from "@medusajs/framework/types"
import { settingToCheck } from "../../mapping/request/start-failure"
import { causeOf } from "../../mapping/words/errors"
import {
  isLive,
  isOutcomeUnknown,
  isVendorPage,
  mayPayAt,
  type SecuconnectClient,
  type SmartTransaction,
  type SmartTransactionRequest,
} from "../../secuconnect"
import type { CheckoutRow } from "./rows"

/** What is written down with the Smart Transaction once it is there. */
type StartedFields = Partial<
  Pick<CheckoutRow, "language" | "return_url" | "cart_id" | "payment_collection_id" | "due_at">
>

/** How a Smart Transaction is started whose row is written already. */
export interface TransactionStart {
  /** Builds the request, and its fingerprint. What it throws keeps the payment from being started. */
  build: () => { request: SmartTransactionRequest; digest: string }
  /** The page to send the customer to: a method, or `general` to choose one there. */
  page: string
  /**
   * Whether the page for all methods is as good where the one asked for has none: the request allows
   * this method only, and the contract has it.
   */
  isGeneralAsGood?: () => Promise<boolean>
  /** What to throw when there is no such page. */
  noPage: (stx_id: string) => Error
  fields: StartedFields
}

/** Why there is no payment page: not asked for, refused, or nobody knows. */
type NotStarted = "not_sent" | "not_created" | "unclear"

/** What is used here of the ledger. */
interface Deps {
  ledger: {
    client: SecuconnectClient
    writeCheckout(row: Partial<CheckoutRow> & { id: string }): Promise<CheckoutRow>
    note(checkout_id: string, source: "medusa", event: { finding: NotStarted }): Promise<void>
  }
  logger: Logger
}

/**
 * Sends the one request that creates a Smart Transaction and writes down what became of it: `open`,
 * `not_created` after a clear refusal, or `unclear` when nobody knows.
 *
 * @returns the row, with `checkout_url`
 * @throws whatever kept it from being started; logged and written down already
 */
export async function startTransaction(
  deps: Deps,
  checkout: CheckoutRow,
  start: TransactionStart,
): Promise<CheckoutRow> {
  const { request, digest } = await buildOrGiveUp(deps, checkout, start)
  try {
    const transaction = await deps.ledger.client.smartTransactions.create(request)
    const checkout_url = await pageOf(deps, checkout, { transaction, ...start })
    return await deps.ledger.writeCheckout({
      id: checkout.id,
      ...start.fields,
      digest,
      creation: "open",
      stx_id: transaction.id,
      stx_status: transaction.status_raw,
      checkout_url,
    })
  } catch (error) {
    const finding = isOutcomeUnknown(error) ? "unclear" : "not_created"
    await giveUp(deps, checkout, { error, finding })
    throw error
  }
}

/** What keeps the request from being made is no refusal by secuconnect, which was never asked. */
async function buildOrGiveUp(
  deps: Deps,
  checkout: CheckoutRow,
  start: TransactionStart,
): Promise<ReturnType<TransactionStart["build"]>> {
  try {
    return start.build()
  } catch (error) {
    await giveUp(deps, checkout, { error, finding: "not_sent" })
    throw error
  }
}

/** Where the customer goes. Without such a page the Smart Transaction is cancelled again. */
async function pageOf(
  deps: Deps,
  checkout: CheckoutRow,
  { transaction, page, ...start }: TransactionStart & { transaction: SmartTransaction },
): Promise<string> {
  const { [page]: own, general } = transaction.payment_links
  const url = own ?? (general && (await start.isGeneralAsGood?.()) ? general : undefined)
  if (url !== undefined && mayPayAt(url, checkout.base_url)) {
    tellForeignHost(deps, checkout, url)
    return url
  }
  if (url !== undefined) {
    deps.logger.error(
      `secuconnect: ${checkout.reference}: nobody is sent to ${new URL(url).origin}: a payment page of the live system has https. Ask secupay.`,
    )
  }
  await withdraw(deps, checkout, transaction.id)
  throw start.noPage(transaction.id)
}

/** The merchant may ask before a customer does. */
function tellForeignHost({ logger }: Deps, checkout: CheckoutRow, page: string): void {
  if (!isLive(checkout.base_url) || isVendorPage(page)) return
  logger.warn(
    `secuconnect: ${checkout.reference}: secuconnect's payment page is at ${new URL(page).origin}, a host that this plugin does not know. If secupay does not know it either, switch the payment methods off.`,
  )
}

/** Nobody was given a link to it; it is cancelled all the same, and can be found by its id. */
async function withdraw(deps: Deps, checkout: CheckoutRow, stx_id: string): Promise<void> {
  await deps.ledger.writeCheckout({ id: checkout.id, stx_id })
  try {
    await deps.ledger.client.smartTransactions.cancel(stx_id)
  } catch (error) {
    deps.logger.warn(
      `secuconnect: ${checkout.reference}: ${stx_id} could not be cancelled: ${causeOf(error)}`,
    )
  }
}

/**
 * No payment page, no payment: the customer never had a link. A clear refusal is told from a request
 * whose outcome nobody knows.
 */
async function giveUp(
  deps: Deps,
  checkout: CheckoutRow,
  { error, finding }: { error: unknown; finding: NotStarted },
): Promise<void> {
  const creation = finding === "unclear" ? finding : "not_created"
  const setting = settingToCheck(error)
  const hint = setting ? ` Check the setting ${setting}.` : ""
  deps.logger.error(
    `secuconnect: no payment could be started (${checkout.reference}, ${creation}): ${causeOf(error)}${hint}`,
  )
  await deps.ledger.writeCheckout({ id: checkout.id, creation })
  await deps.ledger.note(checkout.id, "medusa", { finding })
}
