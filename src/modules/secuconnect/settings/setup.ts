import {
  LOWEST_MEDUSA,
  MISSING_DEPENDENCIES,
  MISSING_PROVIDER_ID,
  oldMedusa,
  twoRouters,
} from "../../../mapping/words/messages"
import { handsOverDependencies, lacksProviderId } from "./store-modules"

/** How a shop is set up, as far as it can be seen at the start. */
export interface Setup {
  /** As in the store's configuration, by name. */
  modules: Readonly<Record<string, unknown>>
  /** The version of `@medusajs/medusa`; null where it cannot be found. */
  medusa: string | null
  /** Folders of `react-router-dom`: the one that the admin finds, and the one that the plugin finds. */
  routers: readonly string[]
}

/** What is wrong with it, each with the line to change. */
export function setupProblems({ modules, medusa, routers }: Setup): string[] {
  const payment = modules["payment"]
  return [
    ...(medusa !== null && isOlder(medusa) ? [oldMedusa(medusa)] : []),
    ...(lacksProviderId(payment) ? [MISSING_PROVIDER_ID] : []),
    ...(handsOverDependencies(payment) ? [] : [MISSING_DEPENDENCIES]),
    ...(new Set(routers).size > 1 ? [twoRouters(routers)] : []),
  ]
}

/** What is no version, a snapshot's name say, counts as new. */
function isOlder(version: string): boolean {
  const found = partsOf(version)
  const lowest = partsOf(LOWEST_MEDUSA)
  if (!found || !lowest) return false
  return found.major < lowest.major || (found.major === lowest.major && found.minor < lowest.minor)
}

function partsOf(version: string): { major: number; minor: number } | null {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? []
  return major && minor ? { major: Number(major), minor: Number(minor) } : null
}
