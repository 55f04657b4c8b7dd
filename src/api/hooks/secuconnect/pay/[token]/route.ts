import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { lookOf } from "../../../../../mapping/page/look"
import { renderPage, type PageView } from "../../../../../mapping/page/render"
import type { PageNotice } from "../../../../../mapping/page/texts"
import type { ReturnClaim } from "../../../../../mapping/views/outcome"
import { causeOf } from "../../../../../mapping/words/errors"
import { pickLanguage } from "../../../../../mapping/words/language"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"
import { findVisit, startLinkPayment, visitPage } from "../../../../../workflows/payment-links"
import { refreshIfOld } from "../../../../refresh-if-old"

const CLAIMS: readonly ReturnClaim[] = ["success", "error", "abort"]

/** Only wording: what is to be paid, and how, is read on the server. */
const pageQuery = z.object({
  lang: z.string().max(20).optional().catch(undefined),
  back: z.enum(CLAIMS).optional().catch(undefined),
})

const form = z.object({ method: z.string().max(40) })

const STATUS_OF_NOTICE: Readonly<Record<PageNotice, number>> = {
  method: 422,
  too_many: 429,
  busy: 503,
  unavailable: 503,
}

/** Seconds: the time in which starts are counted. */
const RETRY_AFTER_S: Partial<Record<PageNotice, string>> = { too_many: "600", busy: "15" }

/**
 * The page on which a customer pays for an order: for whoever has a payment link, and for who comes back
 * from a payment that was started here. Complete without a script; needs no publishable key.
 *
 * 404: no such link. Everything else that can be wrong is said on the page.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  try {
    const visit = await visitOf(req)
    if (visit?.checkout) visit.checkout = await refreshIfOld(req.scope, visit.checkout)
    send(res, visit && (await visitPage(req.scope, visit)), await unknownPage(req))
  } catch (error) {
    await fail(req, res, error)
  }
}

/** Starts a payment and leads to secuconnect's page (303), or shows this one with what stands in the way. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  try {
    const visit = await visitOf(req)
    const parsed = form.safeParse(req.body)
    const method = parsed.success ? parsed.data.method : ""
    const started = visit && (await startLinkPayment(req.scope, visit, method))
    if (started?.checkout_url) res.redirect(303, started.checkout_url)
    else send(res, started?.view ?? null, await unknownPage(req))
  } catch (error) {
    await fail(req, res, error)
  }
}

async function visitOf(req: MedusaRequest) {
  const found = await findVisit(req.scope, req.params["token"] ?? "")
  const { lang, back } = pageQuery.parse(req.query)
  return found && { ...found, claim: back ?? null, locales: [lang, ...acceptedBy(req)] }
}

/** What the browser's languages are, as it lists them. */
function acceptedBy(req: MedusaRequest): string[] {
  return (req.get("accept-language") ?? "").split(/[,;]/).map((tag) => tag.trim())
}

async function unknownPage(req: MedusaRequest): Promise<PageView> {
  const settings = await req.scope.resolve(SECUCONNECT_MODULE).getSettings()
  const { lang } = pageQuery.parse(req.query)
  const locales = [lang, ...acceptedBy(req)]
  return {
    language: pickLanguage({ locales, fallback: settings.language }),
    state: "unknown",
    ...lookOf(settings),
    is_demo: false,
    ...{
      order_number: null,
      sum: null,
      reason: null,
      pay_until: null,
      transfer: null,
      refunded: null,
      order_url: null,
      notice: null,
    },
    choices: [],
  }
}

function send(res: MedusaResponse, found: PageView | null, unknown: PageView): void {
  const view = found ?? unknown
  const { text, policy } = renderPage(view)
  const retryAfter = view.notice && RETRY_AFTER_S[view.notice]
  if (retryAfter) res.set("Retry-After", retryAfter)
  res
    .status(statusOf(view))
    .set("Content-Security-Policy", policy)
    .set("Referrer-Policy", "no-referrer")
    .set("X-Content-Type-Options", "nosniff")
    .set("X-Robots-Tag", "noindex")
    .type("html")
    .send(text)
}

function statusOf({ state, notice }: PageView): number {
  if (state === "unknown") return 404
  return notice ? STATUS_OF_NOTICE[notice] : 200
}

/** A database that is away must not show the customer an error's internals. */
async function fail(req: MedusaRequest, res: MedusaResponse, error: unknown): Promise<void> {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  logger.error(`secuconnect: a payment page could not be shown: ${causeOf(error)}`)
  const view = await unknownPage(req)
  send(res, { ...view, state: "closed", notice: "unavailable" }, view)
}
