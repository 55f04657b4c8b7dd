import { Module } from "@medusajs/framework/utils"
import checkOptions from "./loaders/check-options"
import checkSetup from "./loaders/check-setup"
import { SecuconnectModuleService } from "./service"

export type { SecuconnectOptions } from "./settings/options"

/** Name of the module in the container and in the payment module's `dependencies`. */
export const SECUCONNECT_MODULE = "secuconnect"

declare module "@medusajs/types" {
  interface ModuleImplementations {
    [SECUCONNECT_MODULE]: SecuconnectModuleService
  }
}

export default Module(SECUCONNECT_MODULE, {
  service: SecuconnectModuleService,
  loaders: [checkSetup, checkOptions],
})
