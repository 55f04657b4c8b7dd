import { configManager } from "@medusajs/framework/config"
import type { ConfigModule } from "@medusajs/framework/types"
import { defineConfig } from "@medusajs/framework/utils"

import { MISSING_PLUGIN } from "../../../src/mapping/words/messages"
import { methodProvider } from "../../../src/providers/secuconnect/method-provider"
import { SecuconnectProvider } from "../../../src/providers/secuconnect/provider"

const services = [SecuconnectProvider, methodProvider("prepaid")]

/** A store with these modules. */
function configure(modules: NonNullable<ConfigModule["modules"]>): void {
  const config = { ...defineConfig({}), modules }
  jest.spyOn(configManager, "config", "get").mockReturnValue(config)
}

beforeEach(() => configure({ secuconnect: {} }))
afterEach(() => jest.restoreAllMocks())

it.each([
  [{ clientId: "id" }, "(clientId)"],
  [{ contractId: "GCR_1", demo: true }, "(contractId, demo)"],
])("options at the provider are sent where they belong: %j", (options, named) => {
  for (const service of services) {
    expect(() => service.validateOptions(options)).toThrow(
      `the payment provider takes no options ${named}. In medusa-config they belong to the plugin's own ` +
        'entry: plugins: [{ resolve: "medusa-payment-secuconnect", options: { … } }].',
    )
  }
})

it.each([[undefined], [{}]])("a provider without options is right: %j", (options) => {
  for (const service of services) {
    expect(() => service.validateOptions(options)).not.toThrow()
  }
})

it.each<[string, NonNullable<ConfigModule["modules"]>]>([
  ["other modules", { payment: {} }],
  ["no modules", {}],
])("a provider without its plugin is refused with the line to add: %s", (_what, modules) => {
  configure(modules)
  for (const service of services) {
    expect(() => service.validateOptions({})).toThrow(MISSING_PLUGIN)
  }
})
