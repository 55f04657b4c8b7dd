import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"

export interface SeededStore {
  salesChannelId: string
  publishableKey: string
}

/** Medusa has made a store, a sales channel and a publishable key by itself: find them, name them. */
export async function seedStore(container: MedusaContainer): Promise<SeededStore> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [key] = await container.resolve(Modules.API_KEY).listApiKeys({ type: "publishable" })
  if (!store?.default_sales_channel_id || !key) {
    throw new Error("Medusa has not made its store, sales channel and publishable key.")
  }
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: "Papier & Tinte",
        supported_currencies: [{ currency_code: "eur", is_default: true, is_tax_inclusive: true }],
      },
    },
  })
  return { salesChannelId: store.default_sales_channel_id, publishableKey: key.token }
}
