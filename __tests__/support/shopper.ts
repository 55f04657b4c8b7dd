import { z } from "zod"

import { copyCart, readStoredCart, type StoredCart } from "./copy-cart"
import type { Database } from "./database"
import { ask, type Answer, type Api } from "./http"
import type { Method, Outcome, SandboxControl } from "./sandbox-control"

/** As much of a shop as a shopper gets to see. */
export interface OpenShop {
  /** The store API, with the publishable key. */
  store: Api
  sandbox: Pick<SandboxControl, "checkout">
  seeded: { region_id: string }
  /** Where it can be reached, carts like an earlier one are copied instead of filled anew. */
  db?: Database
}

/** Article numbers of the seeded catalog that tests buy. */
export const PEN = "PEN-8050"
export const CASE = "CASE-01"
export const NOTEBOOK = "NOTE-A5-L"
export const LAST_SEAL = "SEAL-ONE"

export const PROVIDER = "pp_secuconnect_secuconnect"

export const MAX = {
  first_name: "Max",
  last_name: "Mustermann",
  address_1: "Musterstr. 11",
  address_2: "App. 302",
  postal_code: "09123",
  city: "Musterstadt",
  country_code: "de",
  phone: "+49 555 5555555",
} as const

export const MAIL = "max@example.org"

export interface CartWish {
  /** Quantity by article number. Two pens unless given. */
  items?: Record<string, number>
  /** Promotion codes. */
  codes?: string[]
  /** Code of the shipping option. Fetching the goods costs nothing and is the default. */
  shipping?: "standard" | "express" | "pickup"
  email?: string
  address?: Record<string, string>
}

const cartReply = z.object({ cart: z.looseObject({ id: z.string(), total: z.number() }) })

const stored = new WeakMap<OpenShop, Map<string, Promise<StoredCart>>>()

/**
 * A cart that is ready to be paid. The store fills one of each kind, which nobody pays; that takes
 * it a second, and most tests are about what comes after. They get copies of it.
 */
export async function fillCart(shop: OpenShop, wish: CartWish = {}): Promise<string> {
  const { db } = shop
  if (!db) return await fillNewCart(shop, wish)
  const kinds = stored.get(shop) ?? new Map<string, Promise<StoredCart>>()
  stored.set(shop, kinds)
  const kind = JSON.stringify(contentOf(wish))
  const cart = kinds.get(kind) ?? fillNewCart(shop, wish).then((id) => readStoredCart(db, id))
  kinds.set(kind, cart)
  return await copyCart(db, await cart)
}

/** A wish may be one for more than the cart. */
function contentOf(wish: CartWish): Required<CartWish> {
  const { items = { [PEN]: 2 }, codes = [], shipping = "pickup", email = MAIL } = wish
  return { items, codes, shipping, email, address: { ...MAX, ...wish.address } }
}

/** Fills a cart through the store API. */
async function fillNewCart(shop: OpenShop, wish: CartWish): Promise<string> {
  const { items, codes, shipping, email, address } = contentOf(wish)
  const variants = await variantIds(shop)
  const lines = Object.entries(items).map(([sku, quantity]) => {
    return { variant_id: variants.get(sku) ?? sku, quantity }
  })
  const { cart } = await shop.store.ok(cartReply, "/store/carts", {
    body: {
      region_id: shop.seeded.region_id,
      items: lines,
      email,
      shipping_address: address,
      billing_address: address,
      promo_codes: codes,
    },
  })
  await chooseShipping(shop, cart.id, shipping)
  return cart.id
}

const optionsReply = z.object({
  shipping_options: z.array(z.object({ id: z.string(), type: z.object({ code: z.string() }) })),
})

/** Changes how the cart is shipped, and with it what it costs. */
export async function chooseShipping(shop: OpenShop, cartId: string, code: string): Promise<void> {
  const path = `/store/shipping-options?cart_id=${cartId}`
  const { shipping_options } = await shop.store.ok(optionsReply, path)
  const option = shipping_options.find(({ type }) => type.code === code)
  await shop.store.ok(cartReply, `/store/carts/${cartId}/shipping-methods`, {
    body: { option_id: option?.id },
  })
}

const productsReply = z.object({
  products: z.array(z.object({ variants: z.array(z.object({ id: z.string(), sku: z.string() })) })),
})

const catalogs = new WeakMap<OpenShop, Promise<Map<string, string>>>()

/** Variant ids by article number. */
export function variantIds(shop: OpenShop): Promise<Map<string, string>> {
  const known = catalogs.get(shop)
  if (known) return known
  const read = shop.store
    .ok(productsReply, "/store/products?fields=id,variants.id,variants.sku&limit=100")
    .then(({ products }) => products.flatMap(({ variants }) => variants))
    .then((variants) => new Map(variants.map(({ id, sku }) => [sku, id])))
  catalogs.set(shop, read)
  return read
}

const ownDataSchema = z.looseObject({
  session_id: z.string(),
  checkout_id: z.string(),
  stx_id: z.string(),
  checkout_url: z.string(),
})

const sessionSchema = z.object({
  id: z.string(),
  status: z.string(),
  amount: z.number(),
  provider_id: z.string(),
  data: ownDataSchema,
})

const collectionReply = z.object({ payment_collection: z.object({ id: z.string() }) })

const startedReply = z.object({
  payment_collection: z.object({
    id: z.string(),
    payment_sessions: z.array(sessionSchema).min(1),
  }),
})

export type PaymentSession = z.infer<typeof sessionSchema>

/** A payment that has been started: nobody has paid yet. */
export interface StartedPayment {
  cartId: string
  collectionId: string
  sessionId: string
  stx: string
  session: PaymentSession
}

export interface StartWish {
  /** What the storefront puts into the session's data. */
  data?: Record<string, unknown>
  provider?: string
}

/** The cart's payment collection, made if there is none. */
export async function openCollection(shop: OpenShop, cart_id: string): Promise<string> {
  const body = { cart_id }
  const reply = await shop.store.ok(collectionReply, "/store/payment-collections", { body })
  return reply.payment_collection.id
}

/** Asks for a payment session and gives whatever the store answers. */
export function askForSession(
  shop: OpenShop,
  collectionId: string,
  { data = {}, provider = PROVIDER }: StartWish = {},
): Promise<Answer> {
  const path = `/store/payment-collections/${collectionId}/payment-sessions`
  return shop.store.call(path, { body: { provider_id: provider, data } })
}

/** Starts the payment of a cart, as a storefront does before it redirects. */
export async function startPayment(
  shop: OpenShop,
  cartId: string,
  wish: StartWish = {},
): Promise<StartedPayment> {
  const collectionId = await openCollection(shop, cartId)
  return { cartId, collectionId, ...(await startPaymentOf(shop, collectionId, wish)) }
}

/** Starts the payment of a collection, also of one that is no cart's: what an order still costs. */
export async function startPaymentOf(
  shop: OpenShop,
  collectionId: string,
  wish: StartWish = {},
): Promise<Pick<StartedPayment, "sessionId" | "stx" | "session">> {
  const { status, body, text } = await askForSession(shop, collectionId, wish)
  if (status !== 200) throw new Error(`The payment was not started: ${status} ${text}`)
  const sessions = startedReply
    .parse(body)
    .payment_collection.payment_sessions.filter(
      ({ provider_id }) => provider_id === (wish.provider ?? PROVIDER),
    )
  const session = newestOf(sessions)
  if (!session) throw new Error(`There is no session of the provider: ${text}`)
  return { sessionId: session.id, stx: session.data.stx_id, session }
}

/** Beside the new one there can be the one that an order waits for: a sync has restored it. */
function newestOf(sessions: PaymentSession[]): PaymentSession | undefined {
  return sessions.toSorted((one, other) => (one.id < other.id ? -1 : 1)).at(-1)
}

/** A filled cart and its started payment. */
export async function goToCheckout(shop: OpenShop, wish: CartWish & StartWish = {}) {
  return startPayment(shop, await fillCart(shop, wish), wish)
}

/** What the storefront reads off the address that the shopper is sent to. */
export interface Arrival {
  status: number
  /** Where to, without the query. */
  page: string | null
  outcome: string | null
  orderId: string | null
  sessionId: string | null
}

/** The shopper finishes on the payment page; gives the way back, which is not taken yet. */
export function payAt(
  shop: OpenShop,
  { stx }: Pick<StartedPayment, "stx">,
  choice: { method?: Method; outcome?: Outcome } = {},
): Promise<string> {
  return shop.sandbox.checkout(stx, { method: "creditcard", outcome: "pay", ...choice })
}

/** The shopper's browser follows the way back to the store. */
export async function comeBack(wayBack: string): Promise<Arrival> {
  const { status, headers } = await ask(wayBack)
  const location = headers.get("location")
  const [page = null] = location?.split("?") ?? []
  const query = new URL(location ?? wayBack).searchParams
  return {
    status,
    page,
    outcome: query.get("outcome"),
    orderId: query.get("order_id"),
    sessionId: query.get("payment_session_id"),
  }
}

/** The storefront completes the cart by itself. */
export function completeCart(shop: OpenShop, cartId: string): Promise<Answer> {
  return shop.store.call(`/store/carts/${cartId}/complete`, { method: "POST", body: {} })
}
