import type { Filling } from "./fill-cart"

/** A cart to pay, and what Medusa must make of it. Minor units. */
export interface RealCart extends Filling {
  what: string
  total: number
  /** With tax; credit is not counted. */
  discount: number
}

/** One row of a table of carts. */
export function cart(
  what: string,
  [total, discount]: [total: number, discount: number],
  filling: Filling,
): RealCart {
  return { what, total, discount, ...filling }
}
