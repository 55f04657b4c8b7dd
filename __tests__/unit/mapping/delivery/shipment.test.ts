import {
  fulfillmentSchema,
  toShipments,
  type OrderNumbers,
} from "../../../../src/mapping/delivery/shipment"

const order: OrderNumbers = { display_id: 17 }

/** The only shipment of a fulfilment that left at ten. */
function shipmentOf(fields: object, of: OrderNumbers = order) {
  const shipped_at = "2026-11-24T10:00:00.000Z"
  const given = { id: "ful_1", provider_id: "manual_manual", requires_shipping: true, shipped_at }
  const [shipment] = toShipments([fulfillmentSchema.parse({ ...given, ...fields })], of)
  if (!shipment) throw new Error("It has not left.")
  return shipment
}

const label = (tracking_number: string, tracking_url = "#") => ({ tracking_number, tracking_url })
const page = (tracking_url: string) => ({ labels: [label("A1", tracking_url)] })

describe("the carrier", () => {
  it.each<[string, object, string | null]>([
    ["is what the fulfilment's metadata say", { metadata: { carrier: "Bote" } }, "Bote"],
    ["is what the provider's data say", { data: { carrier: "GLS" } }, "GLS"],
    ["is the one of the tracking page", page("https://www.dhl.de/track?id=A1"), "DHL"],
    ["is the one of a page in another language", page("https://tracking.dpd.de/x"), "DPD"],
    ["is not read out of a path", page("https://shop.example/dhl.html"), null],
    ["is not guessed from no address", page("#"), null],
    ["is the provider otherwise", { provider_id: "sendcloud_main" }, "sendcloud"],
    ["is not known where a person ships", {}, null],
    [
      "is said by metadata before all others",
      {
        ...page("https://www.ups.com/track"),
        ...{ metadata: { carrier: "Kurier" }, provider_id: "sendcloud_main" },
      },
      "Kurier",
    ],
  ])("%s", (_what, fields, carrier) => {
    expect(shipmentOf(fields).carrier).toBe(carrier)
  })
})

describe("a tracking page tells the carrier by its host's own name", () => {
  it.each<[string, string | null]>([
    ["https://post.dhl.de/track?id=A1", "DHL"],
    ["https://nolp.dhl.de/nextt-online-public/set_identcodes.do", "DHL"],
    ["https://WWW.DHL.COM/de", "DHL"],
    ["https://www.dhl.de./track", "DHL"],
    ["https://www.dhl.de:443/track", "DHL"],
    ["https://my.dhlparcel.nl/home", "DHL"],
    ["https://tracking.post.ch/", "Post"],
    ["https://www.post.at/sv/sendungssuche", "Post"],
    ["https://ups.post.ch/", "Post"],
    ["https://www.deutschepost.de/sendung", "Deutsche Post"],
    ["https://dhl.deutschepost.de/", "Deutsche Post"],
    ["https://tracking.dpd.de/x", "DPD"],
    ["https://track.dpd.co.uk/x", "DPD"],
    ["https://www.ups.com.tr/track", "UPS"],
    ["https://wwwapps.ups.com/WebTracking", "UPS"],
    ["https://gls-group.eu/DE/de/paketverfolgung", "GLS"],
    ["https://www.myhermes.de/empfangen", "Hermes"],
    ["https://fedex.com/x", "FedEx"],
    ["www.dhl.de/track?id=A1", "DHL"],
    ["dhl.de", "DHL"],
    [" https://www.dhl.de/track ", "DHL"],
    ["https://dhl.shop.example/track", null],
    ["https://www.dhl.de.evil.example/", null],
    ["https://shop.example/dhl.de", null],
    ["https://dhl@shop.example/", null],
    ["https://my-dhl.de/", null],
    ["https://dhl/", null],
    ["https://co.uk/", null],
    ["https://constructor.com/", null],
    ["https://192.168.0.1/", null],
    ["mailto:dhl@dhl.de", null],
    ["DHL", null],
    ["", null],
  ])("%s: %s", (url, carrier) => {
    expect(shipmentOf(page(url)).carrier).toBe(carrier)
  })
})

describe("the tracking number", () => {
  it.each<[string, object, string | null]>([
    ["is that of the label", { labels: [label("A1")] }, "A1"],
    ["names every parcel once", { labels: [label("A1"), label("B2"), label("A1")] }, "A1, B2"],
    ["is never cut", { labels: [label("A".repeat(60)), label("B".repeat(60))] }, "A".repeat(60)],
    ["is not there without a label", { labels: null }, null],
    ["is not there when it is blank", { labels: [label("  ")] }, null],
  ])("%s", (_what, fields, tracking_id) => {
    expect(shipmentOf(fields).tracking_id).toBe(tracking_id)
  })
})

describe("the invoice number", () => {
  it.each<[string, { fulfillment?: object; metadata?: Record<string, unknown> }, string | null]>([
    ["is that of the fulfilment", { fulfillment: { invoice_number: "RE-1" } }, "RE-1"],
    ["is that of the order", { metadata: { invoice_number: "RE-2" } }, "RE-2"],
    ["may be a number", { fulfillment: { invoice_number: 4711 } }, "4711"],
    ["is no other thing", { fulfillment: { invoice_number: { id: 1 } } }, null],
    ["is not known otherwise", {}, null],
  ])("%s", (_what, { fulfillment, metadata }, invoice_number) => {
    const shipment = shipmentOf({ metadata: fulfillment }, { ...order, metadata })
    expect(shipment.invoice_number).toBe(invoice_number)
  })
})

it("gives the order's number as people know it", () => {
  expect(shipmentOf({}).order_number).toBe("17")
  expect(shipmentOf({}, { ...order, custom_display_id: "B-2026-17" }).order_number).toBe(
    "B-2026-17",
  )
})

it("lists what has left, oldest first, and nothing else", () => {
  const fulfillment = (id: string, fields: object) =>
    fulfillmentSchema.parse({ id, requires_shipping: true, ...fields })
  const shipments = toShipments(
    [
      fulfillment("late", { shipped_at: new Date("2026-11-24T12:00:00Z") }),
      fulfillment("packed", { packed_at: new Date() }),
      fulfillment("cancelled", { shipped_at: new Date(), canceled_at: new Date() }),
      fulfillment("collected", { delivered_at: "2026-11-24T11:00:00Z" }),
      fulfillment("early", { shipped_at: "2026-11-24T10:00:00Z", delivered_at: new Date() }),
    ],
    order,
  )
  expect(shipments.map(({ fulfillment_id }) => fulfillment_id)).toEqual([
    "early",
    "collected",
    "late",
  ])
})
