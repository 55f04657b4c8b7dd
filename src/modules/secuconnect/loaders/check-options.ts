import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { parseOptions } from "../settings/options"
import { doubtAboutBackendUrl, resolveSettings } from "../settings/settings"

/** Stops the start with a readable message when an option is wrong, and warns of doubtful ones. */
export default function checkOptions({ container, options, logger }: LoaderOptions): Promise<void> {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const settings = resolveSettings(parseOptions(options), config)
  const doubt = doubtAboutBackendUrl(settings)
  if (doubt) logger?.warn(`medusa-payment-secuconnect: ${doubt}`)
  if (settings.returnOrigins.includes("*")) {
    logger?.warn(
      'medusa-payment-secuconnect: "*" allows no return_url. Name the origins in allowedReturnOrigins.',
    )
  }
  return Promise.resolve()
}
