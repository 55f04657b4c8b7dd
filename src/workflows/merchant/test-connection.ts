import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  judgeConnection,
  type Attempt,
  type Check,
  type RegionOffer,
} from "../../mapping/views/connection"
import { causeOf } from "../../mapping/words/errors"
import { enabledOf, listRegions, type MedusaRegion } from "../../medusa/read-region"
import { isPrivateHost } from "../../modules/secuconnect/settings/settings"
import {
  handsOverDependencies,
  inMemoryModules,
} from "../../modules/secuconnect/settings/store-modules"
import { isLive, SecuconnectError } from "../../secuconnect"
import { resolveDeps } from "../deps"

/** What the contract is asked for: every German contract has it. */
const CURRENCY = "EUR"

/** Tries everything that a payment needs, and says of each thing how it is. Changes nothing. */
export async function testConnection(container: MedusaContainer): Promise<Check[]> {
  const deps = resolveDeps(container)
  const { ledger } = deps
  const settings = await ledger.getSettings()
  const { contractId, demo, backendUrl } = settings
  const token = await attempt(async () => (await ledger.client.checkCredentials()).serverTime)
  const asked_at = new Date()
  const { contracts, baseUrl } = ledger.client
  const methodsOf = async (is_demo: boolean) =>
    token.ok && contractId
      ? await attempt(() =>
          contracts.availablePaymentMethods(contractId, { currency: CURRENCY, is_demo }),
        )
      : null
  const { query } = deps
  const { modules } = deps.container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return judgeConnection({
    contract_id: contractId ?? null,
    is_demo: demo,
    is_live: isLive(baseUrl),
    token,
    asked_at,
    methods: await methodsOf(demo),
    methods_without_demo: demo ? await methodsOf(false) : null,
    backend_url: backendUrl,
    address: addressOf(backendUrl),
    last_push_at: await ledger.readLastPush(),
    has_dependencies: handsOverDependencies(modules?.["payment"]),
    in_memory: inMemoryModules(modules ?? {}),
    regions: (await listRegions(query)).map(toOffer),
  })
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const kind = error instanceof SecuconnectError ? error.kind : "failed"
    return { ok: false, kind, cause: causeOf(error) }
  }
}

function addressOf(backendUrl: string): "public" | "private" | "http" {
  const { protocol, hostname } = new URL(backendUrl)
  if (isPrivateHost(hostname)) return "private"
  return protocol === "https:" ? "public" : "http"
}

/** Our own providers that the regions offer. */
function toOffer({ name, currency_code, payment_providers }: MedusaRegion): RegionOffer {
  const enabled = enabledOf(payment_providers)
  return {
    name,
    currency_code,
    provider_ids: enabled.filter((id) => /^pp_secuconnect[-_]/.test(id)),
  }
}
