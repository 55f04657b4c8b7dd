import { z } from "zod"

import type { Shop } from "../shop"
import { readOrder } from "./after-the-order"

const anything = z.unknown()
const withId = (kind: string) => z.object({ [kind]: z.looseObject({ id: z.string() }) })

/** A change of an order that somebody has begun, and how the same person gives it up again. */
export interface BegunChange {
  /** Gives a function that gives it up. */
  begin(shop: Shop, orderId: string): Promise<() => Promise<unknown>>
}

/** Begins at `/admin/<kind>s`, as a click in the admin does, and goes no further. */
const begun = (kind: "return" | "exchange" | "claim", body: object = {}): BegunChange => ({
  begin: async (shop, order_id) => {
    const path = `/admin/${kind}s`
    const made = await shop.admin.ok(withId(kind), path, { body: { order_id, ...body } })
    const end = `${path}/${made[kind]?.id ?? ""}/request`
    return () => shop.admin.call(end, { method: "DELETE" })
  },
})

/** A customer who is logged in asks for the order of a guest. */
const transfer: BegunChange = {
  begin: async (shop, orderId) => {
    const token = await register(shop, `claims-${orderId}@example.org`)
    await shop.store.ok(anything, `/store/orders/${orderId}/transfer/request`, {
      body: {},
      headers: { authorization: `Bearer ${token}` },
    })
    return () => shop.admin.call(`/admin/orders/${orderId}/transfer/cancel`, { method: "POST" })
  },
}

const editing: BegunChange = {
  begin: async (shop, order_id) => {
    await shop.admin.ok(anything, "/admin/order-edits", { body: { order_id } })
    const [item] = (await readOrder(shop, order_id)).items
    const path = `/admin/order-edits/${order_id}`
    const body = { quantity: (item?.quantity ?? 0) + 1 }
    await shop.admin.ok(anything, `${path}/items/item/${item?.id ?? ""}`, { body })
    await shop.admin.ok(anything, `${path}/request`, { method: "POST", body: {} })
    return () => shop.admin.call(path, { method: "DELETE" })
  },
}

/** What can be open of an order, by what the merchant is told of it. */
export const OPEN_CHANGES: Record<string, BegunChange> = {
  "An edit of this order": editing,
  "A return of this order": begun("return"),
  "An exchange of this order": begun("exchange"),
  "A claim of this order": begun("claim", { type: "refund" }),
  "A request to transfer this order to another customer": transfer,
}

const tokenReply = z.object({ token: z.string() })

/** Somebody opens an account. Gives the token that a storefront sends. */
async function register({ store }: Shop, email: string): Promise<string> {
  const login = { email, password: "correct horse" }
  const path = "/auth/customer/emailpass"
  const { token } = await store.ok(tokenReply, `${path}/register`, { body: login })
  await store.ok(anything, "/store/customers", {
    body: { email },
    headers: { authorization: `Bearer ${token}` },
  })
  return (await store.ok(tokenReply, path, { body: login })).token
}
