import { createMedusaContainer } from "@medusajs/framework/utils"

import type { CollectionOfOrder } from "../../../src/medusa/read-payable-order"
import { openCollection } from "../../../src/workflows/payment-links/open-collection"
import type { OpenOrder } from "../../../src/workflows/booking/open-order"

const OTHER = "pp_other_other"
const OURS = "pp_secuconnect_secuconnect"

const collection = (id: string, status: string, provider_id: string): CollectionOfOrder => ({
  ...{ id, amount: 31.9, payments: [], status: "awaiting" },
  payment_sessions: [{ provider_id, status, payment: null }],
})

const orderWith = (payment_collections: CollectionOfOrder[]): OpenOrder => ({
  order: {
    ...{ id: "order_1", display_id: 1, status: "pending", version: 1, is_draft_order: false },
    ...{ currency_code: "eur", region_id: null, locale: null, total: 31.9 },
    ...{ transactions: [], credit_lines: [], payment_collections },
  },
  ...{ open: 3190, exact: 31.9, is_promised_elsewhere: true },
})

it.each([
  { what: "waits for money", status: "pending_authorization", provider: OTHER, found: "next" },
  { what: "has authorized money", status: "authorized", provider: OTHER, found: "next" },
  { what: "has got nothing", status: "pending", provider: OTHER, found: "first" },
  { what: "is ours, and waits", status: "pending_authorization", provider: OURS, found: "first" },
])("of two collections, where the first one's provider $what", async (row) => {
  const first = collection("first", row.status, row.provider)
  const next = collection("next", "pending", OTHER)
  const deps = { container: createMedusaContainer() }
  expect(await openCollection(deps, orderWith([first, next]))).toBe(row.found)
})
