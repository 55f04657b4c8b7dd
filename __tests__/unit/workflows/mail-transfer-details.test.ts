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
  /** The waiting payment as the ledger has it by now. */
  checkout?: object
  /** What the order leaves to pay by now, and whether it was canceled. */
  outstanding?: number
  status?: string
}

/** Sends the event to a shop; gives the mails that it made, by key, and what it wrote into its log. */
async function mail(given: Given) {
  const { off = false, email = EMAIL, mails = [], error, data } = given
  const { outstanding = 31.9, status = "pending" } = given
  const sent: unknown[] = []
  const log: string[] = []
  const container = createMedusaContainer()
  const order = {
    ...{ id: "order_1", display_id: 17, email, locale: "de-AT", currency_code: "eur", status },
    ...{ summary: { pending_difference: outstanding }, transactions: [], payment_collections: [] },
  }
  container.register({
    [SECUCONNECT_MODULE]: asValue({
      getSettings: () => Promise.resolve({ mailTemplate: off ? undefined : "transfer" }),
      retrieveCheckout: () => Promise.resolve({ ...WAITING, ...given.checkout }),
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

const WAITING = {
  ...{ id: "row_1", order_id: "order_1", payment_session_id: "payses_1", attention: null },
  ...{ status: "waiting", method: "prepaid", currency_code: "eur", currency_exponent: 2 },
  ...{ amount: 3190, effective_amount: null, payments: null },
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

describe("a mail that goes out later than its event", () => {
  const data = { checkout_id: "row_1" }
  const reduced = [{ status: "authorized", amount: 2000, is_refund: false }]

  it.each<[string, Given, number]>([
    ["nothing has changed", {}, 31.9],
    ["it was reduced at secuconnect", { checkout: { payments: reduced } }, 20],
    ["the order costs more", { outstanding: 49.85 }, 31.9],
  ])("names what is to be transferred now: %s", async (_what, given, amount) => {
    const { sent } = await mail({ data, ...given })
    expect(sent).toMatchObject([{ data: { transfer_details: { amount, purpose: "TA 1234" } } }])
  })

  it.each<[string, Given]>([
    ["the order costs less", { outstanding: 15.95 }],
    ["the order was paid another way", { outstanding: 0 }],
    ["the order was canceled", { status: "canceled" }],
    ["the transfer has come", { checkout: { status: "accepted", effective_amount: 3190 } }],
    ["the transfer was canceled", { checkout: { status: "cancelled" } }],
  ])("is not sent when %s", async (_what, given) => {
    expect(await mail({ data, ...given })).toEqual({ sent: [], log: [] })
  })
})
