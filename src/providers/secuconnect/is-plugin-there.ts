import { configManager } from "@medusajs/framework/config"

/** Name of the plugin's module in the store's configuration. */
const MODULE = "secuconnect"

/** Whether the store has the plugin beside its payment provider; assumed where no configuration was loaded. */
export function isPluginThere(): boolean {
  try {
    return MODULE in (configManager.config.modules ?? {})
  } catch {
    return true
  }
}
