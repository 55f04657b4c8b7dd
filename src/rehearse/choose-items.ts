import { METHOD_FACTS, METHODS } from "../mapping/methods/methods"
import type { Article } from "./shop"

export interface Item {
  article: Article
  quantity: number
}

/** Shipping, promotions and taxes come on top of the articles: this much leaves room for them. */
const ROOM = 1.3
const MOST_PIECES = 50

/**
 * What a cart holds: one article after the other, now and then two. Where a method has limits,
 * as many pieces as lie within them.
 *
 * @param turn chooses among the articles
 * @returns null when nothing in stock fits
 */
export function chooseItems(
  articles: readonly Article[],
  method: string,
  turn: number,
): Item[] | null {
  const there = rotated(
    articles.filter(({ stock }) => stock > 0),
    turn,
  )
  const limits = limitsOf(method)
  if (limits) {
    const fitting = there.flatMap((article) => pieces(article, limits))
    return fitting[0] ? [fitting[0]] : null
  }
  const items = there.slice(0, turn % 4 === 3 ? 2 : 1).map((article) => ({
    article,
    quantity: Math.min((turn % 3) + 1, article.stock),
  }))
  return items.length > 0 ? items : null
}

export function limitsOf(method: string): { from: number; to: number } | null {
  const known = METHODS.find((one) => one === method)
  return known ? METHOD_FACTS[known].limits : null
}

function pieces(article: Article, { from, to }: { from: number; to: number }): Item[] {
  const quantity = Math.ceil((from * ROOM) / article.price)
  const isThere = quantity <= Math.min(article.stock, MOST_PIECES)
  return isThere && quantity * article.price * ROOM <= to ? [{ article, quantity }] : []
}

function rotated<Entry>(entries: readonly Entry[], by: number): Entry[] {
  const start = by % Math.max(entries.length, 1)
  return [...entries.slice(start), ...entries.slice(0, start)]
}
