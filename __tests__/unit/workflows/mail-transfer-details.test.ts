import { asValue } from "@medusajs/framework/awilix"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  Modules,
} from "@medusajs/framework/utils"
import { SECUCONNECT_MODULE } from "../../../src/modules/secuconnect"
import { mailTransferDetails } from "../../../src/workflows/events/mail-transfer-details"

const EMAIL = "max@example.org"
const FAILED = { idempotency_key: "scevt_1", status: "failure" }

interface Given {
  /** No template is set. */
  off?: boolean
  email?: string | null
  /** Mails of this order so far. */
  mails?: { idempotency_key: string; status: string }[]
  /** What Medusa's Notification module throws. */
  error?: Error
  data?: object
}

/** Sends the event to a shop; gives the mails that it made, by key, and what it wrote into its log. */
async function mail(given: Given) {
  const { off = false, email = EMAIL, mails = [], error, data } = given
  const sent: unknown[] = []
  const log: string[] = []
  const container = createMedusaContainer()
  const order = { id: "order_1", display_id: 17, email, locale: "de-AT" }
  container.register({
    [SECUCONNECT_MODULE]: asValue({
      getSettings: () => Promise.resolve({ mailTemplate: off ? undefined : "transfer" }),
    }),
    [ContainerRegistrationKeys.QUERY]: asValue({ graph: () => Promise.resolve({ data: [order] }) }),
    [ContainerRegistrationKeys.LOGGER]: asValue({ warn: (words: string) => log.push(words) }),
    [Modules.NOTIFICATION]: asValue({
      listNotifications: () => Promise.resolve(mails),
      createNotifications: (made: object) => {
        if (error) return Promise.reject(error)
        sent.push(made)
        return Promise.resolve(made)
      },
    }),
  })
  await mailTransferDetails(container, {
    name: "secuconnect.payment_waiting",
    data: { ...EVENT, ...data },
  })
  return { sent, log }
}

const EVENT = {
  event_id: "scevt_1",
  order_id: "order_1",
  language: "de",
  transfer_details: {
    ...{ owner: "secupay AG", iban: "DE11 8505 0300 0221 2299 69", bic: null, bank_name: null },
    ...{ purpose: "TA 1234", amount: 31.9, currency_code: "eur" },
  },
}

it("mails what the buyer needs to the address of the order", async () => {
  const { sent } = await mail({})
  expect(sent).toEqual([
    {
      ...{ to: EMAIL, channel: "email", template: "transfer", idempotency_key: "scevt_1" },
      ...{ trigger_type: "secuconnect.payment_waiting" },
      ...{ resource_type: "order", resource_id: "order_1" },
      data: {
        ...{ order_id: "order_1", order_display_id: 17, language: "de", locale: "de-AT" },
        ...{ transfer_details: EVENT.transfer_details, is_reminder: false },
      },
    },
  ])
})

it.each<[string, Given]>([
  ["no template is set", { off: true }],
  ["the order has no address", { email: null }],
  ["the event says nothing of a transfer", { data: { transfer_details: null } }],
  ["it was mailed already", { mails: [{ ...FAILED, status: "success" }] }],
  ["it is being mailed", { mails: [{ ...FAILED, status: "pending" }] }],
  [
    "it has failed three times",
    {
      mails: [FAILED, ...[2, 3].map((n) => ({ ...FAILED, idempotency_key: `scevt_1:${n}` }))],
    },
  ],
])("mails nothing when %s", async (_what, given) => {
  expect(await mail(given)).toEqual({ sent: [], log: [] })
})

it("mails again, under a new key, what has failed; other mails of the order do not count", async () => {
  const { sent } = await mail({ mails: [FAILED, { idempotency_key: "mine", status: "success" }] })
  expect(sent).toMatchObject([{ idempotency_key: "scevt_1:2" }])
})

it("says once that there is no mail provider, and goes on", async () => {
  const error = new Error("Could not find a notification provider for channel: email for noti_1")
  const { log } = await mail({ error })
  expect(log).toEqual([expect.stringMatching(/order 17 .* no notification provider/)])
})

it("fails when the provider does, without the words that may hold the address", async () => {
  const error = new Error(`Failed to send notification with id noti_1:\nno such user ${EMAIL}`)
  const failure = await mail({ error }).catch(String)
  expect(failure).toMatch(/order 17 .* the notification provider failed/)
  expect(failure).not.toContain(EMAIL)
})
