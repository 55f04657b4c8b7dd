import { MathBN } from "@medusajs/framework/utils"
import { isBeingChecked } from "../../mapping/page/being-checked"
import { lookOf } from "../../mapping/page/look"
import { orderAddress } from "../../mapping/page/order-address"
import { pageState, type PageFacts } from "../../mapping/page/page-state"
import { reasonOf } from "../../mapping/page/reason"
import type { PageView } from "../../mapping/page/render"
import { paymentChoices, type PaymentChoice } from "../../mapping/request/payment-choices"
import { transferDue } from "../../mapping/status/transfer-due"
import { detailsOf } from "../../mapping/views/order-payment"
import { sessionFinding, type ReturnClaim } from "../../mapping/views/outcome"
import { refundedOf, type Refunded } from "../../mapping/views/refunded"
import type { TransferDetails } from "../../mapping/views/transfer"
import { currencyProblem } from "../../mapping/words/currency"
import { pickLanguage, type Language } from "../../mapping/words/language"
import { readBoughtOrder } from "../../medusa/read-bought-order"
import type { PayableOrder } from "../../medusa/read-payable-order"
import { enabledOf, findRegion } from "../../medusa/read-region"
import { STOREFRONT } from "../../modules/secuconnect/payment-links"
import type { CheckoutRow, PaymentLinkRow, Settings } from "../../modules/secuconnect/types"
import { checkoutsOfOpen } from "../booking/checkouts-of-open"
import { readOpenOrder, type OpenOrder } from "../booking/open-order"
import type { Deps } from "../deps"
import { readOrderToPay } from "../events"
import { readUnpaidView, sumOf } from "./list-payment-links"
import { readReasonFacts } from "./read-reason"

/** Who looks at the page, and how they came there. */
export interface PageVisit {
  link: PaymentLinkRow
  /** The payment that the customer comes back from; null for who opens the link. */
  checkout: CheckoutRow | null
  claim: ReturnClaim | null
  /** What the address and the browser say, in this order. */
  locales: unknown[]
}

/** What the page shows, and what a payment would be started with. */
export interface ReadPage {
  view: PageView
  open: OpenOrder
}

/** Null when the order is not there any more. */
export async function readPage(deps: Deps, visit: PageVisit): Promise<ReadPage | null> {
  const { ledger } = deps
  const open = await readOpenOrder(deps, visit.link.order_id)
  if (!open) return null
  const { order } = open
  const settings = await ledger.getSettings()
  const language = pickLanguage({
    locales: [visit.locales[0], order.locale, ...visit.locales.slice(1)],
    country: (order.billing_address ?? order.shipping_address)?.country_code,
    fallback: settings.language,
  })
  const checkouts = await checkoutsOfOpen(deps, open)
  const transfer = await findTransfer(deps, checkouts)
  const choices = (await choicesOf(deps, open, language)).filter(
    ({ method }) => transfer === null || method !== "prepaid",
  )
  const refunded = refundOf(open, checkouts)
  const state = pageState({
    ...factsOf(open, visit, checkouts),
    refunded,
    is_ended: isEnded(visit, checkouts, await ledger.now()),
    has_choices: choices.length > 0,
    is_waiting: transfer !== null,
  })
  const view: PageView = {
    language,
    state,
    ...lookOf(settings),
    ...{ is_demo: settings.demo, order_number: order.display_id ?? null },
    sum: sumOf(open),
    reason: reasonOf(await readReasonFacts(deps, open, checkouts)),
    pay_until: await readPayUntil(deps, open),
    choices,
    transfer,
    refunded,
    order_url: orderUrlOf(settings, { visit, order, language }),
    notice: null,
  }
  return { view, open }
}

interface Back {
  visit: PageVisit
  order: PayableOrder
  language: Language
}

/** What is paid or authorized. */
const PAYING: ReadonlySet<CheckoutRow["status"]> = new Set(["authorized", "accepted"])

/**
 * For who comes back from a payment that has come to something, whatever the address claims: with the order's
 * id Medusa tells who bought, and whoever has a link alone is not told that.
 */
function orderUrlOf({ storefrontOrderUrl }: Settings, { visit, order, language }: Back) {
  if (!storefrontOrderUrl || !mayKnowOrder(visit)) return null
  const { country_code } = order.shipping_address ?? order.billing_address ?? {}
  const values = { order_id: order.id, country_code: country_code ?? null, language }
  return orderAddress(storefrontOrderUrl, values)
}

/** Anybody can promise a transfer: that counts through a link of the storefront only, whose maker knew the id. */
function mayKnowOrder({ link, checkout }: PageVisit): boolean {
  const status = checkout?.status ?? null
  return PAYING.has(status) || (status === "waiting" && link.made_by === STOREFRONT)
}

/** Where the order came first. Once that is over nothing is promised any more. */
async function readPayUntil(deps: Deps, open: OpenOrder): Promise<Date | null> {
  const unpaid = await readUnpaidView(deps, open)
  return unpaid && unpaid.cancel_at > (await deps.ledger.now()) ? unpaid.cancel_at : null
}

/** Not all of it where the order has been paid otherwise as well. */
function refundOf({ order }: OpenOrder, checkouts: CheckoutRow[]): Refunded | null {
  const refunded = refundedOf(checkouts)
  const keepsMoney = MathBN.gt(order.summary?.transaction_total ?? 0, 0)
  return refunded === "all" && keepsMoney ? "part" : refunded
}

/**
 * Whether nobody can pay through it any more, whatever is open. A newer link sends nobody away who is paying
 * through this one: who comes back from a payment, or has one under way.
 */
function isEnded({ link, checkout }: PageVisit, checkouts: CheckoutRow[], now: Date): boolean {
  const { id, ended_at, ended_reason, expires_at } = link
  if (ended_at === null || expires_at <= now) return expires_at <= now
  if (ended_reason !== "replaced") return true
  const isUnderWay = (started: CheckoutRow) =>
    started.payment_link_id === id && sessionFinding(started).state === "open"
  return checkout === null && !checkouts.some(isUnderWay)
}

function factsOf(
  { order, open, is_promised_elsewhere }: OpenOrder,
  { checkout, claim }: PageVisit,
  checkouts: CheckoutRow[],
): Pick<PageFacts, "order" | "returned" | "claim" | "is_checked"> {
  return {
    order: { canceled: order.status === "canceled", is_draft: order.is_draft_order, open },
    returned: checkout && sessionFinding(checkout),
    claim,
    is_checked: is_promised_elsewhere || checkouts.some(isBeingChecked),
  }
}

/** The newest transfer that is waited for. */
async function findTransfer(deps: Deps, checkouts: CheckoutRow[]): Promise<TransferDetails | null> {
  for (const checkout of checkouts.filter(({ status }) => status === "waiting")) {
    const due = transferDue(checkout, await readOrderToPay(deps, checkout))
    const details = await detailsOf(checkout, due)
    if (details) return details
  }
  return null
}

/** The same table and limits as a storefront's list. */
async function choicesOf(
  { ledger, query }: Deps,
  { order, open }: OpenOrder,
  language: Language,
): Promise<PaymentChoice[]> {
  const { currency_code } = order
  if (open === null || open <= 0 || currencyProblem(currency_code) !== null) return []
  const [settings, offered, region, bought] = await Promise.all([
    ledger.getSettings(),
    ledger.listOfferedMethods(currency_code),
    findRegion(query, order.region_id),
    readBoughtOrder(query, order.id),
  ])
  const source = { cart: null, ...bought, order_number: order.display_id ?? null }
  return paymentChoices({
    provider_ids: enabledOf(region?.payment_providers ?? []),
    offered: "methods" in offered ? offered.methods : null,
    purchase: { amount: open, currency_code, source, settings },
    language,
  })
}
