import type { MedusaContainer } from "@medusajs/framework/types"
import type { Query } from "../medusa/query"
import type { CheckoutRow, SecuconnectModuleService } from "../modules/secuconnect/types"
import type { Play } from "./plays"
import type { StoreApi } from "./store-api"
import type { SkipCode, TroubleCode } from "./trouble"
import type { Vendor } from "./vendor"

/** The shop, its plugin pointed at the sandbox, and who plays secuconnect. */
export interface Stage {
  container: MedusaContainer
  query: Query
  ledger: SecuconnectModuleService
  vendor: Vendor
  storeApi: (publishableKey: string) => StoreApi
  /** A second server of the shop that syncs a checkout, and dies as soon as there is an order. */
  crash: (checkout: CheckoutRow) => Promise<void>
  /** The plugin's option of this name. */
  basket: string
}

/** What came of one checkout. */
export interface Played extends Play {
  /** Where it was bought: region and sales channel. */
  place: string
  articles: string
  cart_id: string | null
  order_id: string | null
  /** Left out, and why. */
  skipped: SkipCode | null
  /** What is not as it should be; null where all is well. */
  trouble: { code: TroubleCode; detail: string } | null
}
