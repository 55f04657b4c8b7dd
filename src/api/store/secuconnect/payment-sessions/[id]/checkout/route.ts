import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { StoreCheckoutResponse } from "../../../../../../http-types"
import { pickLanguage } from "../../../../../../mapping/words/language"
import { texts } from "../../../../../../mapping/words/texts"
import { leadToPage } from "../../../../../../workflows/order-first"
import { prepareCheckoutWorkflow } from "../../../../../../workflows/prepare"
import { idOf } from "../../../../../id-of"
import type { Reply } from "../../../../../reply"

/**
 * What a storefront calls right before it leaves for the payment page: the address to go to, which
 * may be another one than when the session was started, or an error whose `code` says why not. Where the
 * order comes first it is placed now, and the address is that of its payment page.
 */
export async function POST(req: MedusaRequest, res: Reply<StoreCheckoutResponse>): Promise<void> {
  const id = idOf(req.params["id"])
  const ordered = await leadToPage(req.scope, id)
  const { checkout_url, obstacle, language } = ordered ?? (await prepare(req, id))
  if (obstacle !== null) {
    const text = texts[pickLanguage({ locales: [language] })][obstacle]
    const type = MedusaError.Types
    const gone = obstacle === "checkout_session_gone"
    throw new MedusaError(gone ? type.NOT_FOUND : type.NOT_ALLOWED, text, obstacle)
  }
  res.json({ payment_session: { id, checkout_url } })
}

async function prepare({ scope }: MedusaRequest, payment_session_id: string) {
  const { result } = await prepareCheckoutWorkflow(scope).run({ input: { payment_session_id } })
  return result
}
