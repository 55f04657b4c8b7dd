import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { regionMethods, type RegionMethod } from "../../../mapping/views/region-methods"
import { listInstalledProviders, findRegion } from "../../../medusa/read-region"
import { SECUCONNECT_MODULE } from "../../../modules/secuconnect"
import { idOf } from "../../id-of"

export interface FoundRegion {
  id: string
  currency_code: string
  /** Ids of all its providers, ours and others. */
  providers: string[]
  methods: RegionMethod[]
  /** Why nobody knows what the contract offers; null when it is known. */
  problem: string | null
}

/** @throws MedusaError (404) when there is no such region */
export async function readRegion(
  req: Pick<MedusaRequest, "params" | "scope">,
): Promise<FoundRegion> {
  const id = idOf(req.params["id"])
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const region = await findRegion(query, id)
  if (!region) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Region ${id} was not found.`)
  const { currency_code } = region
  const [installed, offer] = await Promise.all([
    listInstalledProviders(query),
    req.scope.resolve(SECUCONNECT_MODULE).listOfferedMethods(currency_code),
  ])
  const providers = region.payment_providers.map((provider) => provider.id)
  const methods = regionMethods({ currency_code, switched_on: providers, installed, offer })
  return { id, currency_code, providers, methods, problem: "error" in offer ? offer.error : null }
}
