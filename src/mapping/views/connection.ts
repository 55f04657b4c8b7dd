import { currencyProblem } from "../words/currency"

/** How a check ended. `unknown`: it could not be made, or says nothing. */
export type CheckState = "ok" | "warning" | "error" | "unknown"

/** One result of the connection test; the admin page words it by `code`. */
export interface Check {
  id:
    | "token"
    | "contract"
    | "methods"
    | "test_mode"
    | "clock"
    | "address"
    | "pushes"
    | "modules"
    | "regions"
  state: CheckState
  code: string
  /** What the page puts into its sentence. No secrets. */
  detail: Record<string, string | number | boolean | string[] | null>
}

/** What an attempt gave: a value, or why there is none (`kind` in one word, `cause` for people). */
export type Attempt<Value> = { ok: true; value: Value } | { ok: false; kind: string; cause: string }

/** A region of the shop and those of our providers that it offers. */
export interface RegionOffer {
  name: string
  currency_code: string
  provider_ids: string[]
}

/** Everything that the connection test has found out. */
export interface ConnectionFacts {
  contract_id: string | null
  is_demo: boolean
  /** The host is secuconnect's live system. */
  is_live: boolean
  /** What time it is at secuconnect; null where it does not say. */
  token: Attempt<Date | null>
  /** Our own time when that answer came. */
  asked_at: Date
  /** Of the contract, in the vendor's spelling. Null: not asked. */
  methods: Attempt<string[]> | null
  /** The same without test mode; asked in test mode only. */
  methods_without_demo: Attempt<string[]> | null
  backend_url: string
  address: "public" | "private" | "http"
  last_push_at: Date | null
  has_dependencies: boolean
  in_memory: string[]
  regions: RegionOffer[]
}

/** They come with the card, on its page: there is no link, and so no provider, of their own. */
const WALLETS: ReadonlySet<string> = new Set(["applepay", "googlepay"])

/** secuconnect does not mind a clock that differs by less. */
const CLOCK_TOLERANCE_S = 60

/** Judges what was found: one result for each thing that a merchant can put right. */
export function judgeConnection(facts: ConnectionFacts): Check[] {
  return [
    checkToken(facts),
    checkContract(facts),
    ...checkMethods(facts),
    ...checkTestMode(facts),
    checkClock(facts),
    checkAddress(facts),
    checkPushes(facts),
    checkModules(facts),
    checkRegions(facts),
  ]
}

function checkToken({ token }: ConnectionFacts): Check {
  return token.ok
    ? { id: "token", state: "ok", code: "token_ok", detail: {} }
    : { id: "token", state: "error", code: `token_${token.kind}`, detail: { cause: token.cause } }
}

function checkContract({ contract_id, methods }: ConnectionFacts): Check {
  const check = (state: CheckState, code: string, detail: Check["detail"] = {}): Check => {
    return { id: "contract", state, code, detail: { contract_id, ...detail } }
  }
  if (!contract_id) return check("error", "contract_missing")
  if (!methods) return check("unknown", "contract_not_asked")
  if (methods.ok) return check("ok", "contract_ok")
  const code = methods.kind === "rejected" ? "contract_refused" : "contract_failed"
  return check("error", code, { cause: methods.cause })
}

/** One line for each method of the contract, with the regions where shoppers can use it. */
function checkMethods({ methods, regions }: ConnectionFacts): Check[] {
  if (!methods?.ok)
    return [{ id: "methods", state: "unknown", code: "methods_unknown", detail: {} }]
  if (methods.value.length === 0) {
    return [{ id: "methods", state: "warning", code: "methods_none", detail: {} }]
  }
  return methods.value.map((method) => {
    const isWallet = WALLETS.has(method)
    const provided = isWallet ? "creditcard" : method
    const offered = regions.filter(({ provider_ids }) => offers(provider_ids, provided))
    const kind = isWallet ? "wallet" : "method"
    const code = offered.length > 0 ? `${kind}_offered` : `${kind}_not_offered`
    const detail = { method, regions: offered.map(({ name }) => name) }
    return { id: "methods", state: "ok", code, detail }
  })
}

/**
 * What test mode lacks. By the vendor's newer pages the live system has none any more, for cards at
 * least; older ones and other plugins use it there.
 * @see docs/vendor-notes.md
 */
function checkTestMode(facts: ConnectionFacts): Check[] {
  const { is_demo, is_live, methods, methods_without_demo } = facts
  if (!is_demo || !methods?.ok || !methods_without_demo?.ok) return []
  const missing = methods_without_demo.value.filter((method) => !methods.value.includes(method))
  if (missing.length > 0) {
    const detail = { methods: missing }
    return [{ id: "test_mode", state: "warning", code: "test_mode_lacks", detail }]
  }
  return is_live ? [{ id: "test_mode", state: "unknown", code: "test_mode_live", detail: {} }] : []
}

/** The general provider offers every method of the contract, the others one each. */
function offers(provider_ids: string[], method: string): boolean {
  return provider_ids.some((id) => {
    const own = /^pp_secuconnect-([^_]+)_/.exec(id)?.[1]
    return own === undefined || own === method
  })
}

function checkClock({ token, asked_at }: ConnectionFacts): Check {
  const there = token.ok ? token.value : null
  if (!there) return { id: "clock", state: "unknown", code: "clock_unknown", detail: {} }
  const seconds = Math.round((asked_at.getTime() - there.getTime()) / 1000)
  const isOff = Math.abs(seconds) > CLOCK_TOLERANCE_S
  const detail = { seconds: Math.abs(seconds) }
  const code = seconds > 0 ? "clock_fast" : "clock_slow"
  return isOff
    ? { id: "clock", state: "warning", code, detail }
    : { id: "clock", state: "ok", code: "clock_ok", detail }
}

function checkAddress({ backend_url, address, is_demo }: ConnectionFacts): Check {
  const state = address === "public" ? "ok" : is_demo ? "warning" : "error"
  return { id: "address", state, code: `address_${address}`, detail: { url: backend_url } }
}

function checkPushes({ last_push_at }: ConnectionFacts): Check {
  return last_push_at
    ? { id: "pushes", state: "ok", code: "push_seen", detail: { at: last_push_at.toISOString() } }
    : { id: "pushes", state: "unknown", code: "push_never", detail: {} }
}

function checkModules({ has_dependencies, in_memory }: ConnectionFacts): Check {
  if (!has_dependencies) {
    return { id: "modules", state: "error", code: "dependencies_missing", detail: {} }
  }
  return in_memory.length > 0
    ? { id: "modules", state: "warning", code: "modules_in_memory", detail: { modules: in_memory } }
    : { id: "modules", state: "ok", code: "modules_shared", detail: {} }
}

function checkRegions({ regions }: ConnectionFacts): Check {
  const offering = regions.filter(({ provider_ids }) => provider_ids.length > 0)
  const refused = offering.filter(({ currency_code }) => currencyProblem(currency_code) !== null)
  const detail = { regions: (refused.length > 0 ? refused : offering).map(({ name }) => name) }
  if (refused.length > 0) {
    return { id: "regions", state: "error", code: "regions_currency_refused", detail }
  }
  return offering.length > 0
    ? { id: "regions", state: "ok", code: "regions_ok", detail }
    : { id: "regions", state: "warning", code: "regions_none", detail }
}
