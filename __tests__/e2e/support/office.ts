import { z } from "zod"

import { createApi } from "../../support/http"
import { createSandboxControl } from "../../support/sandbox-control"
import type { OpenShop } from "../../support/shopper"
import type { DemoFile } from "./demo"

const loginReply = z.object({ token: z.string() })

const orderSchema = z.object({
  id: z.string(),
  email: z.string(),
  payment_status: z.string(),
  total: z.number(),
  payment_collections: z.array(z.object({ captured_amount: z.number().nullable() })),
})

const ordersReply = z.object({ orders: z.array(orderSchema) })

const ORDER_FIELDS = "id,email,payment_status,total,payment_collections.captured_amount"

const notificationsReply = z.object({
  notifications: z.array(
    z.object({ trigger_type: z.string().nullable(), resource_id: z.string().nullable() }),
  ),
})

const NOTIFICATION_FIELDS = "id,trigger_type,resource_id"

const transactionsReply = z.object({ transactions: z.array(z.object({ id: z.string() })) })

const instructedReply = z.object({
  sum: z.number(),
  smart_transaction: z.object({
    payment_instructions: z.object({
      owner: z.string(),
      iban: z.string(),
      bic: z.string(),
      bankname: z.string(),
      purpose: z.string(),
    }),
  }),
})

export type Order = z.infer<typeof orderSchema>

/** Where the buyer has to transfer to, as secupay says. `sum` in minor units. */
export type TransferFacts = z.infer<
  typeof instructedReply
>["smart_transaction"]["payment_instructions"] & { sum: number }

/** Behind the scenes: what the merchant sees in the admin, and secupay in its books. */
export async function openOffice(demo: DemoFile) {
  const { email, password } = demo.admin
  const { token } = await createApi(demo.store_url).ok(loginReply, "/auth/user/emailpass", {
    body: { email, password },
  })
  const admin = createApi(demo.store_url, () => ({ authorization: `Bearer ${token}` }))
  const books = createApi(`${demo.sandbox_url}/sandbox`)
  return {
    sandbox: createSandboxControl(demo.sandbox_url),
    /** The admin's API. */
    admin,
    /** The orders of one shopper. */
    async orders(shopper: { email: string }): Promise<Order[]> {
      const path = `/admin/orders?limit=100&order=-created_at&fields=${ORDER_FIELDS}`
      const { orders } = await admin.ok(ordersReply, path)
      return orders.filter((order) => order.email === shopper.email)
    },
    /** What Medusa's notification providers were given of payment links of an order. */
    async linkMails(orderId: string) {
      const path = `/admin/notifications?limit=100&fields=${NOTIFICATION_FIELDS}`
      const { notifications } = await admin.ok(notificationsReply, path)
      return notifications.filter(({ trigger_type, resource_id }) => {
        return trigger_type === "secuconnect.payment_link" && resource_id === orderId
      })
    },
    /** Ids of all Smart Transactions that were ever made, the latest first. */
    async transactionIds(): Promise<string[]> {
      const { transactions } = await books.ok(transactionsReply, "/transactions")
      return transactions.map(({ id }) => id)
    },
    async transferFacts(stx: string): Promise<TransferFacts> {
      const { sum, smart_transaction } = await books.ok(instructedReply, `/transactions/${stx}`)
      return { ...smart_transaction.payment_instructions, sum }
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>

/** The shop for shoppers who need no browser. */
export function openShop({
  store_url,
  sandbox_url,
  publishable_key,
  region_id,
}: DemoFile): OpenShop {
  return {
    store: createApi(store_url, () => ({ "x-publishable-api-key": publishable_key })),
    sandbox: createSandboxControl(sandbox_url),
    seeded: { region_id },
  }
}
