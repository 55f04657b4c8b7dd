import { methodProvider } from "../../../src/providers/secuconnect/method-provider"
import { SecuconnectProvider } from "../../../src/providers/secuconnect/provider"

const services = [SecuconnectProvider, methodProvider("prepaid")]

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
