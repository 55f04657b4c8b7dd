import { METHOD_FACTS } from "../mapping/methods/methods"
import { toMinorUnits } from "../mapping/words/currency"
import type { CheckoutRow } from "../modules/secuconnect/types"
import { limitsOf, type Item } from "./choose-items"
import { createCart, finishCart, type CartWish } from "./fill-cart"
import { goOn } from "./go-on"
import { pay } from "./pay"
import { isPaid, type Play } from "./plays"
import type { Played, Stage } from "./stage"
import { providerFor, startPayment } from "./start-payment"
import { StoreRefusal } from "./store-api"
import { Skipped, Trouble } from "./trouble"

/** What is to be bought; without items nothing in stock fits. */
export interface CheckoutWish extends Omit<CartWish, "items"> {
  items: Item[] | null
}

/** Plays one checkout from the cart to its order, and what may come after. Never throws. */
export async function playCheckout(stage: Stage, play: Play, wish: CheckoutWish): Promise<Played> {
  const { region, sales_channel } = wish.stall
  const items = wish.items ?? []
  const played: Played = {
    ...play,
    place: `${region.name}, ${sales_channel.name}`,
    articles: items.map(({ article, quantity }) => `${quantity} × ${article.name}`).join(", "),
    ...{ cart_id: null, order_id: null, skipped: null, trouble: null },
  }
  try {
    if (items.length === 0) throw new Skipped(limitsOf(play.method) ? "limits" : "sold_out")
    const row = await playCart(stage, { play, wish: { ...wish, items }, played })
    await goOn(stage, play, row)
  } catch (error) {
    if (error instanceof Skipped) played.skipped = error.code
    else played.trouble = troubleOf(error)
  }
  await stage.vendor.mend()
  if (played.order_id) for (const { article, quantity } of items) article.stock -= quantity
  return played
}

interface Scene {
  play: Play
  wish: CartWish
  played: Played
}

async function playCart(stage: Stage, { play, wish, played }: Scene): Promise<CheckoutRow> {
  const { stall, turn } = wish
  if (stage.basket === "single_line" && needsArticles(play.method)) throw new Skipped("single_line")
  const api = stage.storeApi(stall.publishable_key)
  const cart_id = await createCart(api, wish)
  played.cart_id = cart_id
  skipUnfitting(play, wish, await finishCart(api, cart_id, wish))
  const provider_id = providerFor(stall.provider_ids, play.method, turn)
  if (provider_id === undefined) throw new Trouble("not_offered")
  const clicks = play.kind === "double_click" ? 2 : 1
  const begun = await startPayment(api, stage.ledger, { cart_id, provider_id, clicks })
  await pay(stage, play, { begun, api, cart_id })
  const row = await stage.ledger.retrieveCheckout(begun.id)
  played.order_id = row.order_id
  judge(play, row)
  return row
}

function skipUnfitting({ method }: Play, { stall }: CartWish, total: number): void {
  const amount = toMinorUnits(total, stall.region.currency_code)
  if (amount <= 0) throw new Skipped("free")
  const limits = limitsOf(method)
  if (limits && (amount < limits.from || amount > limits.to)) throw new Skipped("limits")
}

/** @throws {Trouble} when an order is there or not against expectation, or somebody is called for */
function judge({ kind }: Play, { order_id, attention }: CheckoutRow): void {
  if (isPaid(kind) && !order_id) throw new Trouble("no_order", attention ?? "")
  if (!isPaid(kind) && order_id) throw new Trouble("unpaid_order")
  if (attention) throw new Trouble("notice", attention)
}

function troubleOf(error: unknown): NonNullable<Played["trouble"]> {
  if (error instanceof Trouble) return { code: error.code, detail: error.detail }
  const detail = error instanceof Error ? error.message : String(error)
  return { code: error instanceof StoreRefusal ? "refused" : "broke", detail }
}

/** Methods that need the articles one by one. */
const needsArticles = (method: string): boolean =>
  Object.entries(METHOD_FACTS).some(
    ([name, { limits }]) => name === method && limits?.real_articles,
  )
