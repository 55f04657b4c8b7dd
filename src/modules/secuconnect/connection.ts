import type { Logger } from "@medusajs/framework/types"
import { createSecuconnectClient, type SecuconnectClient } from "../../secuconnect"
import type { MoneyRequests } from "./money-requests"
import { OfferedMethodsBook, type Caching } from "./offered-methods"
import { Refunds } from "./refunds"
import type { GivenValues } from "./settings/page-settings"
import type { StoreConfig } from "./settings/settings"
import { SettingsBook, type SettingsBookDeps } from "./settings/settings-book"
import { USER_AGENT } from "./settings/version"

/** Whatever depends on the options: which host is spoken to, as whom, and how. */
export interface Connection {
  client: SecuconnectClient
  settingsBook: SettingsBook
  refunds: Refunds
  offeredMethods: OfferedMethodsBook
}

export interface ConnectionDeps {
  store: StoreConfig
  logger: Logger
  rows: SettingsBookDeps["rows"]
  requests: MoneyRequests
  caching: () => Caching | undefined
}

/**
 * @param given the plugin's options as medusa-config has them
 * @throws Error when an option is wrong
 */
export function connect(
  { store, logger, rows, requests, caching }: ConnectionDeps,
  given: GivenValues,
): Connection {
  const settingsBook = new SettingsBook({ given, store, logger, rows })
  const client = createSecuconnectClient({ ...settingsBook.configured, userAgent: USER_AGENT })
  const timeoutMs = async () => (await settingsBook.current()).timeoutMs
  const refunds = new Refunds({ client, requests, timeoutMs })
  const offeredMethods = new OfferedMethodsBook({ client, caching })
  return { client, settingsBook, refunds, offeredMethods }
}
