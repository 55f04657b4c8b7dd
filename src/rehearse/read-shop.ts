import { z } from "zod"
import { choiceOfProvider, METHOD_FACTS, METHODS } from "../mapping/methods/methods"
import { currencyProblem } from "../mapping/words/currency"
import { listAll, type Query } from "../medusa/query"
import { enabledOf, listRegions, type MedusaRegion } from "../medusa/read-region"
import { readArticles } from "./read-articles"
import type { Gap, Obstacle, RehearsedShop, Stall } from "./shop"
import type { StoreApi } from "./store-api"

const keySchema = z.object({
  token: z.string(),
  type: z.string(),
  revoked_at: z.unknown(),
  sales_channels: z.array(z.object({ id: z.string(), name: z.string() })).nullish(),
})
const countrySchema = z.object({
  id: z.string(),
  countries: z.array(z.object({ iso_2: z.string() })).nullish(),
})
const promotionSchema = z.object({
  code: z.string(),
  status: z.string().nullish(),
  is_automatic: z.boolean().nullish(),
  limit: z.number().nullish(),
  campaign: z.object({ budget: z.object({ id: z.string() }).nullish() }).nullish(),
})

export interface ShopReaders {
  query: Query
  /** The store API with a publishable key. */
  storeApi: (publishableKey: string) => StoreApi
  /** Which of our methods the contract has for a currency. */
  offered: (currency: string) => Promise<readonly string[]>
}

type Region = Pick<Stall, "region" | "country" | "provider_ids" | "methods">
type Counter = Pick<Stall, "sales_channel" | "publishable_key">

/** Reads what can be bought, and why something cannot. */
export async function readShop(readers: ShopReaders): Promise<RehearsedShop> {
  const gaps: Gap[] = []
  const regions = await readRegions(readers, gaps)
  const counters = await readCounters(readers.query)
  if (counters.length === 0) gaps.push({ obstacle: "no_key", place: "" })
  const stalls: Stall[] = []
  for (const region of regions) {
    for (const counter of counters) {
      const api = readers.storeApi(counter.publishable_key)
      const wanted = { ...region, ...counter }
      const found = await readArticles(api, wanted)
      if (found.articles.length > 0) stalls.push({ ...wanted, articles: found.articles })
      else gaps.push({ obstacle: found.obstacle, place: placeOf(wanted) })
    }
  }
  return { stalls, gaps, codes: await readCodes(readers.query) }
}

const placeOf = ({ region, sales_channel }: Region & Counter) =>
  `${region.name}, ${sales_channel.name}`

async function readRegions({ query, offered }: ShopReaders, gaps: Gap[]): Promise<Region[]> {
  const countries = await listAll(query, { entity: "region", schema: countrySchema })
  const regions: Region[] = []
  for (const region of await listRegions(query)) {
    const provider_ids = enabledOf(region.payment_providers).filter((id) => choiceOfProvider(id))
    if (provider_ids.length === 0) continue
    const country = countries.find(({ id }) => id === region.id)?.countries?.[0]?.iso_2
    const read = await readRegion({ region, country, provider_ids }, offered)
    if (typeof read === "string") gaps.push({ obstacle: read, place: region.name })
    else regions.push(read)
  }
  if (regions.length + gaps.length === 0) gaps.push({ obstacle: "no_region", place: "" })
  return regions
}

interface FoundRegion {
  region: MedusaRegion
  country: string | undefined
  provider_ids: string[]
}

async function readRegion(
  { region, country, provider_ids }: FoundRegion,
  offered: ShopReaders["offered"],
): Promise<Region | Obstacle> {
  const { id, name, currency_code } = region
  if (currencyProblem(currency_code)) return "no_currency"
  if (!country) return "no_country"
  const methods = methodsOf(provider_ids, currency_code, await offered(currency_code))
  if (methods.length === 0) return "no_method"
  return { region: { id, name, currency_code }, country, provider_ids, methods }
}

/** What the region's providers, the currency and the contract allow; `general` allows everything. */
export function methodsOf(
  provider_ids: readonly string[],
  currency_code: string,
  offered: readonly string[],
): string[] {
  const choices = provider_ids.map((id) => choiceOfProvider(id))
  return METHODS.filter((method) => {
    const { currencies } = METHOD_FACTS[method]
    const isOpen = choices.includes("general") || choices.includes(method)
    const takes = currencies === null || currencies.includes(currency_code.toLowerCase())
    return isOpen && takes && offered.includes(method)
  })
}

/** One publishable key for every sales channel that has one. */
async function readCounters(query: Query): Promise<Counter[]> {
  const keys = await listAll(query, { entity: "api_key", schema: keySchema })
  const counters = new Map<string, Counter>()
  for (const { token, type, revoked_at, sales_channels } of keys) {
    if (type !== "publishable" || revoked_at) continue
    for (const { id, name } of sales_channels ?? []) {
      if (counters.has(id)) continue
      counters.set(id, { sales_channel: { id, name }, publishable_key: token })
    }
  }
  return [...counters.values()]
}

async function readCodes(query: Query): Promise<string[]> {
  const promotions = await listAll(query, { entity: "promotion", schema: promotionSchema })
  return promotions.filter(isFree).map(({ code }) => code)
}

const isFree = ({ status, is_automatic, limit, campaign }: z.output<typeof promotionSchema>) =>
  status === "active" && !is_automatic && !limit && !campaign?.budget
