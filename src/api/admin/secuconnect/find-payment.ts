import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { SECUCONNECT_MODULE } from "../../../modules/secuconnect"
import type { CheckoutRow } from "../../../modules/secuconnect/types"
import { idOf } from "../../id-of"

/** @throws MedusaError (404) when the ledger does not know the payment of the path */
export async function findPayment({
  params,
  scope,
}: Pick<MedusaRequest, "params" | "scope">): Promise<CheckoutRow> {
  const id = idOf(params["id"])
  const ledger = scope.resolve(SECUCONNECT_MODULE)
  const [checkout] = id ? await ledger.listCheckouts({ id }, { take: 1 }) : []
  if (checkout) return checkout
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `The payment ${id} was not found.`)
}
