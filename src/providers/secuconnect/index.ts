import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { SecuconnectProvider } from "./provider"

export default ModuleProvider(Modules.PAYMENT, { services: [SecuconnectProvider] })
