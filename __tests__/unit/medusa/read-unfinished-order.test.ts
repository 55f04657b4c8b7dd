import { readUnfinishedOrder } from "../../../src/medusa/read-unfinished-order"
import { queryOf } from "./support/query"

const IDS = { cart_id: "cart_1", order_id: "order_1" }

interface Collection {
  payments?: object[]
  payment_sessions?: object[]
}

interface Found {
  order?: object | null
  collection?: Collection | null
}

async function read({
  order = {},
  collection = { payment_sessions: [{ status: "pending" }] },
}: Found) {
  const created_at = "2026-05-01T10:00:00.000Z"
  const found = order && { id: "order_1", status: "pending", created_at, ...order }
  const query = queryOf({
    order: found ? [found] : [],
    cart_payment_collection: collection
      ? [{ payment_collection: { id: "paycol_1", ...collection } }]
      : [],
  })
  return await readUnfinishedOrder(query, IDS)
}

const sessionOf = (status: string): Found => ({ collection: { payment_sessions: [{ status }] } })

it.each<[what: string, found: Found, isUnfinished: boolean]>([
  ["with a session that is open", {}, true],
  ["with a session that the shopper has to go on with", sessionOf("requires_more"), true],
  ["with a session that failed", sessionOf("error"), true],
  ["with a session that is authorized", sessionOf("authorized"), false],
  ["with a session that is captured", sessionOf("captured"), false],
  ["that waits for its transfer", sessionOf("pending_authorization"), false],
  ["with a payment of its cart", { collection: { payments: [{ id: "pay_1" }] } }, false],
  [
    "with a payment of its own",
    { order: { payment_collections: [{ id: "paycol_2", payments: [{ id: "pay_1" }] }] } },
    false,
  ],
  ["that cost nothing", { collection: null }, false],
  ["that cost nothing after all", { collection: { payment_sessions: [] } }, false],
  ["of which something was sent", { order: { fulfillments: [{ id: "ful_1" }] } }, false],
  ["that is cancelled", { order: { status: "canceled" } }, false],
  ["that is gone", { order: null }, false],
])("may be taken back: an order %s", async (_what, found, isUnfinished) => {
  expect((await read(found)) !== null).toBe(isUnfinished)
})
