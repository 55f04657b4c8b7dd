import { providerIdentifier, type Method } from "../../mapping/methods/methods"
import { SecuconnectProvider } from "./provider"

/**
 * A provider that leads straight to the page of one method: `pp_secuconnect-prepaid_secuconnect`.
 * Everything else is as with the general one.
 */
export function methodProvider(ofMethod: Method): typeof SecuconnectProvider {
  return class SecuconnectMethodProvider extends SecuconnectProvider {
    static override identifier = providerIdentifier(ofMethod)
    protected override readonly method = ofMethod
  }
}
