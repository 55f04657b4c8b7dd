import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { StoreCheckoutResponse } from "../../../../../../http-types"
import { pickLanguage } from "../../../../../../mapping/words/language"
import { texts } from "../../../../../../mapping/words/texts"
import { prepareCheckoutWorkflow } from "../../../../../../workflows/prepare"
import { idOf } from "../../../../../id-of"
import type { Reply } from "../../../../../reply"

/**
 * What a storefront calls right before it leaves for the payment page: the address to go to, which
 * may be another one than when the session was started, or an error whose `code` says why not.
 */
export async function POST(req: MedusaRequest, res: Reply<StoreCheckoutResponse>): Promise<void> {
  const id = idOf(req.params["id"])
  const { result } = await prepareCheckoutWorkflow(req.scope).run({
    input: { payment_session_id: id },
  })
  const { checkout_url, obstacle, language } = result
  if (obstacle !== null) {
    const text = texts[pickLanguage({ locales: [language] })][obstacle]
    const type = MedusaError.Types
    const gone = obstacle === "checkout_session_gone"
    throw new MedusaError(gone ? type.NOT_FOUND : type.NOT_ALLOWED, text, obstacle)
  }
  res.json({ payment_session: { id, checkout_url } })
}
