import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { regionMethods, type RegionMethod } from "../../../mapping/views/region-methods"
import { SECUCONNECT_MODULE } from "../../../modules/secuconnect"
import { idOf } from "../../id-of"

const providerRow = z.object({ id: z.string() })
const regionRow = z.object({
  id: z.string(),
  currency_code: z.string(),
  payment_providers: z
    .array(providerRow.nullable())
    .nullish()
    .transform((rows) => (rows ?? []).flatMap((row) => (row ? [row.id] : []))),
})

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
  const { data } = id
    ? await query.graph({
        entity: "region",
        fields: ["id", "currency_code", "payment_providers.id"],
        filters: { id },
      })
    : { data: [] }
  if (!data[0]) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Region ${id} was not found.`)
  const { currency_code, payment_providers } = regionRow.parse(data[0])
  const [{ data: installed }, offer] = await Promise.all([
    query.graph({ entity: "payment_provider", fields: ["id"], filters: { is_enabled: true } }),
    req.scope.resolve(SECUCONNECT_MODULE).listOfferedMethods(currency_code),
  ])
  const methods = regionMethods({
    currency_code,
    switched_on: payment_providers,
    installed: z
      .array(providerRow)
      .parse(installed)
      .map((row) => row.id),
    offer,
  })
  const problem = "error" in offer ? offer.error : null
  return { id, currency_code, providers: payment_providers, methods, problem }
}
