import { z } from "zod"
import { limitText } from "../request/text"
import { date, keys, list, text } from "../words/rows"
import { parseUrl } from "../words/url"

const label = z.object({ tracking_number: text, tracking_url: text })

/** A fulfilment as Medusa's Query gives it. */
export const fulfillmentSchema = z.object({
  id: z.string(),
  provider_id: text,
  requires_shipping: z.boolean(),
  shipped_at: date.nullish(),
  delivered_at: date.nullish(),
  canceled_at: date.nullish(),
  data: keys,
  metadata: keys,
  labels: list(label),
})

type Fulfillment = z.output<typeof fulfillmentSchema>

/** What is known of an order besides its fulfilments. */
export interface OrderNumbers {
  display_id: number
  /** The number as the shop writes it, where it writes its own. */
  custom_display_id?: string | null | undefined
  metadata?: Record<string, unknown> | null | undefined
}

/** A delivery in the words that secuconnect wants to hear. */
export interface Shipment {
  fulfillment_id: string
  requires_shipping: boolean
  carrier: string | null
  tracking_id: string | null
  invoice_number: string | null
  order_number: string
  shipped_at: Date
}

/** Not documented by the vendor; our choice, on the safe side. */
const LIMIT = 100

/** Of addresses of tracking pages; the host stands in front. */
const ADDRESS_LIMIT = 2_000

/** Tracking pages tell the carrier by the host's own name, the part before the country. */
const CARRIERS: ReadonlyMap<string, string> = new Map([
  ["dhl", "DHL"],
  ["dhlparcel", "DHL"],
  ["dhlecommerce", "DHL"],
  ["dpd", "DPD"],
  ["dpdgroup", "DPD"],
  ["dpd-group", "DPD"],
  ["fedex", "FedEx"],
  ["gls", "GLS"],
  ["gls-pakete", "GLS"],
  ["gls-group", "GLS"],
  ["hermesworld", "Hermes"],
  ["hermes-europe", "Hermes"],
  ["myhermes", "Hermes"],
  ["post", "Post"],
  ["deutschepost", "Deutsche Post"],
  ["tnt", "TNT"],
  ["ups", "UPS"],
])

/** Registries that sell names below a second level: "co.uk", "com.tr". */
const SECOND_LEVEL = /^(?:co|com|or|org|ac|gv|gov|net)$/

/**
 * Everything of an order that has left the shop, oldest first. A collected fulfilment counts from
 * when it was handed over.
 */
export function toShipments(fulfillments: Fulfillment[], order: OrderNumbers): Shipment[] {
  return fulfillments
    .flatMap((fulfillment) => {
      const at = fulfillment.shipped_at ?? fulfillment.delivered_at
      if (!at || fulfillment.canceled_at) return []
      return [
        {
          fulfillment_id: fulfillment.id,
          requires_shipping: fulfillment.requires_shipping,
          carrier: carrierOf(fulfillment),
          tracking_id: trackingOf(fulfillment),
          invoice_number:
            textAt(fulfillment.metadata, "invoice_number") ??
            textAt(order.metadata, "invoice_number"),
          order_number: limitText(order.custom_display_id, LIMIT) || String(order.display_id),
          shipped_at: at,
        },
      ]
    })
    .sort((one, other) => one.shipped_at.getTime() - other.shipped_at.getTime())
}

/** What the shop says, else the tracking page's address, else the provider's name. */
function carrierOf({ metadata, data, labels, provider_id }: Fulfillment): string | null {
  const said = textAt(metadata, "carrier") ?? textAt(data, "carrier")
  return said ?? carrierOfPage(labels) ?? carrierOfProvider(provider_id)
}

function carrierOfPage(labels: Fulfillment["labels"]): string | null {
  const found = labels.flatMap(({ tracking_url }) => CARRIERS.get(ownName(tracking_url)) ?? [])
  return found[0] ?? null
}

/** "dhl" of "https://post.dhl.de/track", "ups" of "www.ups.com.tr"; "" of what is no address. */
function ownName(address: string | null | undefined): string {
  const [country = "", name = "", below = ""] = hostOf(address).split(".").reverse()
  const isSecondLevel = country.length === 2 && SECOND_LEVEL.test(name)
  return isSecondLevel ? below : name
}

/** People leave the scheme away. */
function hostOf(address: string | null | undefined): string {
  const typed = limitText(address, ADDRESS_LIMIT)
  const url = /^https?:/i.test(typed) ? typed : `https://${typed}`
  const { hostname = "", username } = parseUrl(url) ?? {}
  return username ? "" : hostname.replace(/\.$/, "")
}

/** Providers are called `<identifier>_<id>`; Medusa's own "manual" carries nothing. */
function carrierOfProvider(provider_id: string | null | undefined): string | null {
  const [name = ""] = (provider_id ?? "").split("_")
  return name === "manual" ? null : limitText(name, LIMIT) || null
}

/** The numbers of all parcels, as many as fit whole. */
function trackingOf({ labels }: Fulfillment): string | null {
  const numbers = new Set(labels.map(({ tracking_number }) => limitText(tracking_number)))
  const fitting = [...numbers].filter(Boolean).reduce((list, number) => {
    const longer = list ? `${list}, ${number}` : number
    return longer.length <= LIMIT ? longer : list
  }, "")
  return fitting || null
}

/** Numbers are taken for texts: an invoice may be called 4711. */
function textAt(values: Record<string, unknown> | null | undefined, key: string): string | null {
  const value = values?.[key]
  const said = typeof value === "number" ? String(value) : value
  return typeof said === "string" ? limitText(said, LIMIT) || null : null
}
