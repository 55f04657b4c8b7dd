import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createProductTypesWorkflow,
  createRegionsWorkflow,
  createTaxRatesWorkflow,
  createTaxRegionsWorkflow,
} from "@medusajs/medusa/core-flows"

/** What is switched on for the region, as far as the running plugin offers it. */
const PAYMENT_PROVIDERS = [
  "pp_secuconnect_secuconnect",
  "pp_secuconnect-creditcard_secuconnect",
  "pp_secuconnect-debit_secuconnect",
  "pp_secuconnect-invoice_secuconnect",
  "pp_secuconnect-prepaid_secuconnect",
  "pp_secuconnect-paypal_secuconnect",
  "pp_secuconnect-easycredit_secuconnect",
]

export interface SeededRegion {
  regionId: string
  providerIds: string[]
  /** The product type that is taxed with 7 %. */
  bookTypeId: string
}

async function findProviders(container: MedusaContainer): Promise<string[]> {
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders()
  const offered = new Set(providers.map((provider) => provider.id))
  const found = PAYMENT_PROVIDERS.filter((id) => offered.has(id))
  if (found.length > 0) return found
  throw new Error(`None of ${PAYMENT_PROVIDERS.join(", ")} is there. Is it in medusa-config.js?`)
}

/** 19 %, and 7 % for every product of the type "Buch", whose id is given back. */
async function seedTaxes(container: MedusaContainer): Promise<string> {
  const { result: types } = await createProductTypesWorkflow(container).run({
    input: { product_types: [{ value: "Buch" }] },
  })
  const { result: taxRegions } = await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "de",
        provider_id: "tp_system",
        default_tax_rate: { name: "Umsatzsteuer", code: "DE19", rate: 19 },
      },
    ],
  })
  const [bookType, taxRegion] = [types[0], taxRegions[0]]
  if (!bookType || !taxRegion) throw new Error("The tax region was not created.")
  await createTaxRatesWorkflow(container).run({
    input: [
      {
        tax_region_id: taxRegion.id,
        name: "Umsatzsteuer, ermäßigt",
        code: "DE7",
        rate: 7,
        rules: [{ reference: "product_type", reference_id: bookType.id }],
      },
    ],
  })
  return bookType.id
}

/** Germany: euro, prices that include the value added tax, and the ways to pay. */
export async function seedRegion(container: MedusaContainer): Promise<SeededRegion> {
  const providerIds = await findProviders(container)
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Deutschland",
          currency_code: "eur",
          countries: ["de"],
          is_tax_inclusive: true,
          payment_providers: providerIds,
        },
      ],
    },
  })
  const region = regions[0]
  if (!region) throw new Error("The region was not created.")
  return { regionId: region.id, providerIds, bookTypeId: await seedTaxes(container) }
}
