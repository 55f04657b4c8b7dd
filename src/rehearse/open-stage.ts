import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { startSandbox, type RunningSandbox } from "../../sandbox/src"
import { METHOD_FACTS, METHODS } from "../mapping/methods/methods"
import { SECUCONNECT_MODULE } from "../modules/secuconnect"
import type { SecuconnectModuleService, Settings } from "../modules/secuconnect/types"
import { crashServers } from "./crash-server"
import type { Stage } from "./stage"
import { readShop } from "./read-shop"
import { RehearsalRefused } from "./refused"
import type { RehearsedShop } from "./shop"
import { serveShop, type ShopServer } from "./shop-server"
import { storeApiAt } from "./store-api"
import { vendorAt } from "./vendor"

export interface OpenStage {
  stage: Stage
  shop: RehearsedShop
  /** False where the contract's methods could not be asked for: then all that we know are played. */
  isContractKnown: boolean
  close: () => Promise<void>
}

/**
 * Serves the shop's routes, reads what it sells, and points the plugin at a sandbox.
 *
 * @throws {RehearsalRefused} when the plugin is not in test mode, or nothing can be bought
 */
export async function openStage(container: MedusaContainer): Promise<OpenStage> {
  const ledger: SecuconnectModuleService = container.resolve(SECUCONNECT_MODULE)
  const settings = await ledger.getSettings()
  if (!settings.demo) throw new RehearsalRefused("test_mode")
  const server = await serveShop(container)
  try {
    return await openWith({ container, ledger, settings, server })
  } catch (error) {
    await server.close()
    throw error
  }
}

interface Means {
  container: MedusaContainer
  ledger: SecuconnectModuleService
  settings: Settings
  server: ShopServer
}

async function openWith({ container, ledger, settings, server }: Means): Promise<OpenStage> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const storeApi = (key: string) => storeApiAt(server.url, key)
  const contract = askContract(ledger)
  const shop = await readShop({ query, storeApi, offered: contract.offered })
  if (shop.stalls.length === 0) throw new RehearsalRefused("nothing", shop.gaps)
  const clientSecret = randomUUID()
  const sandbox = await openSandbox(settings, shop, clientSecret)
  const environment = sandbox.url
  const { basket, contractId = DEFAULT_CONTRACT, storefrontReturnUrl } = settings
  const wayBack = ledger.connectTo({
    ...{ environment, clientSecret, contractId, backendUrl: server.url, demo: true },
    storefrontReturnUrl: storefrontReturnUrl ?? `${server.url}/rehearsed`,
    // What is rehearsed is paying; an order that comes first is paid like any other, on its page.
    orderFirst: false,
  })
  const crash = crashServers({ query, environment, clientSecret, contractId })
  const vendor = vendorAt(environment)
  return {
    stage: { container, query, ledger, vendor, storeApi, crash, basket },
    shop,
    isContractKnown: contract.isKnown(),
    close: async () => {
      wayBack()
      await sandbox.close()
      await server.close()
    },
  }
}

/** The public one of the vendor's guide: a shop may not have its own yet. */
const DEFAULT_CONTRACT = "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04"
/** A push that was answered with an error comes again soon. */
const REPEATED_AFTER_MS = [500]

/** With the shop's own client, contract and templates, so that its options stay what they are. */
function openSandbox(
  { clientId, contractId = DEFAULT_CONTRACT, checkoutTemplateId }: Settings,
  { stalls }: RehearsedShop,
  clientSecret: string,
): Promise<RunningSandbox> {
  const templates = checkoutTemplateId
  const templateIds = typeof templates === "string" ? [templates] : [templates.de, templates.en]
  const currencies = stalls.map(({ region }) => region.currency_code.toUpperCase())
  return startSandbox({
    ...{ clientId, clientSecret, contractId, templateIds, currencies },
    methods: [...new Set(stalls.flatMap(({ methods }) => methods))],
    pushBackoffMs: REPEATED_AFTER_MS,
  })
}

/** What the merchant's contract has; all methods that are still in use where nobody answers. */
function askContract(ledger: SecuconnectModuleService) {
  let isKnown = true
  return {
    isKnown: () => isKnown,
    offered: async (currency: string): Promise<readonly string[]> => {
      const found = await ledger.listOfferedMethods(currency)
      if ("methods" in found) return found.methods
      isKnown = false
      return METHODS.filter((method) => !METHOD_FACTS[method].legacy)
    },
  }
}
