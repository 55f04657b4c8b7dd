import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { METHOD_FACTS, METHODS } from "../../mapping/methods/methods"
import { methodProvider } from "../secuconnect/method-provider"

/**
 * Methods that the vendor calls deprecated (sofort, giropay, eps), for shops whose contract still has
 * them: an entry of its own, as every provider of an entry shows up in each region's list.
 */
const legacy = METHODS.filter((method) => METHOD_FACTS[method].legacy)

export default ModuleProvider(Modules.PAYMENT, { services: legacy.map(methodProvider) })
