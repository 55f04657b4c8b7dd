import {
  orderItemSchema,
  planReports,
  unsentItems,
  type Delivery,
} from "../../../../src/mapping/delivery/delivery"
import { aShipment } from "../support/shipments"

interface Quantities {
  quantity?: number
  shipped?: number
  delivered?: number
  returned?: number
  written_off?: number
  requires_shipping?: boolean | null
}

const item = (given: Quantities) =>
  orderItemSchema.parse({
    quantity: given.quantity ?? 1,
    requires_shipping: given.requires_shipping,
    detail: {
      shipped_quantity: given.shipped,
      delivered_quantity: given.delivered,
      return_received_quantity: given.returned,
      written_off_quantity: given.written_off,
    },
  })

const isEverythingShipped = (items: ReturnType<typeof item>[]) => unsentItems(items).length === 0

it("what is not sent yet is named, with how much of it", () => {
  const named = (title: string | null, given: Quantities) => ({ ...item(given), title })
  const items = [
    named("Pen", { quantity: 3, shipped: 1 }),
    named("Ink", { shipped: 1 }),
    named("Download", { requires_shipping: false }),
    named(null, { quantity: 2 }),
  ]
  expect(unsentItems(items)).toEqual([
    { title: "Pen", quantity: 2 },
    { title: "", quantity: 2 },
  ])
})

describe("everything of an order is shipped", () => {
  it.each<[string, boolean, Quantities[]]>([
    ["when each item is", true, [{ shipped: 1 }, { quantity: 3, shipped: 3 }]],
    ["not while an item is not", false, [{ shipped: 1 }, {}]],
    ["not while some of an item are not", false, [{ quantity: 3, shipped: 2 }]],
    ["when what is left needs no shipping", true, [{ shipped: 1 }, { requires_shipping: false }]],
    ["not by default: what is not known needs shipping", false, [{ requires_shipping: null }]],
    ["when it was collected, which Medusa calls delivered", true, [{ delivered: 1 }]],
    [
      "once, also when it was shipped and delivered",
      false,
      [{ quantity: 2, shipped: 1, delivered: 1 }],
    ],
    ["when what was shipped came back", true, [{ shipped: 1, returned: 1 }]],
    ["when what never left was taken back", true, [{ returned: 1 }]],
    ["when what is left was written off", true, [{ written_off: 1 }]],
    [
      "not when one of those shipped was written off",
      false,
      [{ quantity: 3, shipped: 2, written_off: 1 }],
    ],
    ["when an edit took the rest off the order", true, [{ shipped: 1 }, { quantity: 0 }]],
  ])("%s", (_what, expected, items) => {
    expect(isEverythingShipped(items.map(item))).toBe(expected)
  })

  it("reads quantities as Medusa's big numbers", () => {
    const big = (value: string) => ({ value, precision: 20 })
    const detail = { shipped_quantity: big("2") }
    expect(isEverythingShipped([orderItemSchema.parse({ quantity: big("2"), detail })])).toBe(true)
    expect(isEverythingShipped([orderItemSchema.parse({ quantity: big("3"), detail })])).toBe(false)
  })
})

describe("to secuconnect is told", () => {
  const first = aShipment({ fulfillment_id: "ful_1" })
  const second = aShipment({ fulfillment_id: "ful_2" })
  const digital = aShipment({ fulfillment_id: "ful_3", requires_shipping: false })
  const tracking = (fulfillment_id: string) => ({
    fulfillment_id,
    kind: "shipping_information" as const,
  })
  const final = (fulfillment_id: string) => ({ fulfillment_id, kind: "capture" as const })

  it.each<[string, Partial<Delivery>, string[]]>([
    ["nothing of an order that has not left", { shipments: [] }, []],
    [
      "the tracking of every shipment by card",
      { method: "creditcard", isComplete: true },
      ["ful_1 shipping_information", "ful_2 shipping_information"],
    ],
    [
      "the same where the method is not known",
      { method: null, isComplete: true },
      ["ful_1 shipping_information", "ful_2 shipping_information"],
    ],
    [
      "the tracking of an invoice while something is missing",
      {},
      ["ful_1 shipping_information", "ful_2 shipping_information"],
    ],
    [
      "the last shipment of an invoice as the final one",
      { isComplete: true },
      ["ful_1 shipping_information", "ful_2 capture"],
    ],
    [
      "each shipment once",
      { method: "paypal", known: [tracking("ful_1")] },
      ["ful_2 shipping_information"],
    ],
    ["the final one once", { isComplete: true, known: [tracking("ful_1"), final("ful_2")] }, []],
    [
      "what is shipped after the final one as tracking",
      {
        ...{ isComplete: true, known: [final("ful_1")] },
      },
      ["ful_2 shipping_information"],
    ],
    [
      "the last shipment again as the final one when the rest was taken off the order",
      {
        ...{ isComplete: true, known: [tracking("ful_1"), tracking("ful_2")] },
      },
      ["ful_2 capture"],
    ],
    ["nothing of a download by card", { method: "creditcard", shipments: [digital] }, []],
    [
      "a download by invoice as final when it is handed over",
      {
        ...{ shipments: [digital], isComplete: true },
      },
      ["ful_3 capture"],
    ],
  ])("%s", (_what, given, expected) => {
    const delivery = {
      ...{ method: "invoice", shipments: [first, second], isComplete: false, known: [] },
      ...given,
    }
    const planned = planReports(delivery)
    expect(planned.map(({ shipment, kind }) => `${shipment.fulfillment_id} ${kind}`)).toEqual(
      expected,
    )
  })
})
