import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { parseOptions } from "../settings/options"
import { doubtAboutBackendUrl, doubtsAboutOrigins, resolveSettings } from "../settings/settings"

/** Stops the start with a readable message when an option is wrong, and warns of doubtful ones. */
export default function checkOptions({ container, options, logger }: LoaderOptions): Promise<void> {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const given = parseOptions(options)
  const settings = resolveSettings(given, config)
  const doubts = [doubtAboutBackendUrl(settings), ...doubtsAboutOrigins(given, config)]
  for (const doubt of doubts) if (doubt) logger?.warn(`medusa-payment-secuconnect: ${doubt}`)
  return Promise.resolve()
}
