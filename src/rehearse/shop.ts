/** What the shop sells in a region, through one of its sales channels, as its storefront sees it. */
export interface Stall {
  region: { id: string; name: string; currency_code: string }
  /** ISO 3166-1 alpha-2, lower case: where the buyer lives. */
  country: string
  /** Ids of our payment providers that are switched on in the region. */
  provider_ids: string[]
  /** Methods that can be paid with there, in the spelling of requests. */
  methods: string[]
  sales_channel: { id: string; name: string }
  publishable_key: string
  articles: Article[]
}

export interface Article {
  variant_id: string
  name: string
  /** Of one piece, in minor units, before promotions. */
  price: number
  /** How many may still be bought; infinite where no stock is kept. */
  stock: number
}

/** Why a region, or the whole shop, cannot be rehearsed; doubles as the code of a sentence. */
export type Obstacle =
  | "no_region"
  | "no_country"
  | "no_currency"
  | "no_key"
  | "no_products"
  | "no_price"
  | "no_stock"
  | "no_method"

/** An obstacle, and where it is. */
export interface Gap {
  obstacle: Obstacle
  /** Names of a region and a sales channel; empty where the shop as a whole is meant. */
  place: string
}

/** What there is to buy, and how. */
export interface RehearsedShop {
  stalls: Stall[]
  /** Promotion codes that nothing is used up of: those with a budget or a limit are left alone. */
  codes: string[]
  gaps: Gap[]
}
