import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type {
  AdminCreatedPaymentLinkResponse,
  AdminPaymentLinksResponse,
} from "../../../../../../http-types"
import { linkCode } from "../../../../../../mapping/views/link-code"
import { paymentLinkState } from "../../../../../../mapping/views/payment-link"
import { SECUCONNECT_MODULE } from "../../../../../../modules/secuconnect"
import type { PaymentLinkRow } from "../../../../../../modules/secuconnect/types"
import { createPaymentLinkWorkflow } from "../../../../../../workflows"
import { listPaymentLinks } from "../../../../../../workflows/payment-links"
import { idOf } from "../../../../../id-of"
import type { Reply } from "../../../../../reply"
import { nameOf } from "../../../name-of"

/** More than a merchant wants to see. */
const AT_MOST = 10

/** What is open on an order, and the links that were made for it. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminPaymentLinksResponse>,
): Promise<void> {
  const found = await listPaymentLinks(req.scope, idOf(req.params["id"]))
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "This order was not found.")
  const { links, can_be_paid, open, unpaid_order } = found
  const now = await req.scope.resolve(SECUCONNECT_MODULE).now()
  const shown = links.slice(0, AT_MOST).map((link) => toView(req.scope, link, now))
  res.json({ can_be_paid, open, unpaid_order, payment_links: await Promise.all(shown) })
}

/**
 * Makes a link, and answers with its address, which nobody is told again. It ends the earlier ones, and
 * is not mailed: see `payment-links/mail`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminCreatedPaymentLinkResponse>,
): Promise<void> {
  const order_id = idOf(req.params["id"])
  const input = { order_id, made_by: req.auth_context.actor_id, mail: false }
  const { result } = await createPaymentLinkWorkflow(req.scope).run({ input })
  const { id, url, expires_at } = result
  res.json({ payment_link: { id, url, qr_svg: await linkCode(url), expires_at } })
}

async function toView(scope: MedusaContainer, link: PaymentLinkRow, now: Date) {
  const { id, created_at, expires_at, mailed_at, reminded_at, seen_at, paid_at, made_by } = link
  const who = made_by === null ? null : await nameOf(scope, made_by)
  const state = paymentLinkState(link, now)
  const times = { created_at, expires_at, mailed_at, reminded_at, seen_at, paid_at }
  return { id, state, made_by: who, ...times }
}
