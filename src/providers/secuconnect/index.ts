import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { METHOD_FACTS, METHODS } from "../../mapping/methods/methods"
import { methodProvider } from "./method-provider"
import { SecuconnectProvider } from "./provider"

const current = METHODS.filter((method) => !METHOD_FACTS[method].legacy)

export default ModuleProvider(Modules.PAYMENT, {
  services: [SecuconnectProvider, ...current.map(methodProvider)],
})
