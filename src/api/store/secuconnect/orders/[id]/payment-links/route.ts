import type { MedusaRequest } from "@medusajs/framework/http"
import type { StorePaymentLinkResponse } from "../../../../../../http-types"
import { linkForStorefront } from "../../../../../../workflows/payment-links"
import { idOf } from "../../../../../id-of"
import type { Reply } from "../../../../../reply"

/** "Pay now" on a storefront's order page: the address of the page on which the order is paid. */
export async function POST(
  req: MedusaRequest,
  res: Reply<StorePaymentLinkResponse>,
): Promise<void> {
  res.json({ payment_link: await linkForStorefront(req.scope, idOf(req.params["id"])) })
}
