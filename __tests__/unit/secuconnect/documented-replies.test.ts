import { z } from "zod"
import type { SecuconnectClient } from "../../../src/secuconnect"
import { aRequest } from "./support/request"
import { clientFor, documented, startServer, stopServers } from "./support/server"

afterEach(stopServers)

const instructions = {
  owner: "secupay AG",
  iban: "DE81850400611005523759",
  bic: "COBADEFFXXX",
  bankname: "Commerzbank CC",
}

const idIn = (name: string) => z.object({ id: z.string() }).parse(JSON.parse(documented(name))).id
const read =
  (name: string) =>
  ({ smartTransactions }: SecuconnectClient) =>
    smartTransactions.read(idIn(name))
const start = ({ smartTransactions }: SecuconnectClient) => smartTransactions.start("STX_1")
const readPayment =
  (name: string) =>
  ({ payments }: SecuconnectClient) =>
    payments.read(idIn(name))

const replies: [string, (client: SecuconnectClient) => Promise<unknown>, object | undefined][] = [
  [
    "smart-transaction-create.guide.response",
    ({ smartTransactions }) => smartTransactions.create(aRequest()),
    {
      id: "STX_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
      status: "created",
      status_raw: "created",
      contract_id: "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04",
      is_demo: true,
      sum: 4985,
      currency: "EUR",
      payment_links: z
        .object({ payment_links: z.record(z.string(), z.url()) })
        .parse(JSON.parse(documented("smart-transaction-create.guide.response"))).payment_links,
      transactions: [],
      created: "2020-02-04T15:34:00+01:00",
    },
  ],
  [
    "smart-transaction-read.prepaid-pending.response",
    read("smart-transaction-read.prepaid-pending.response"),
    {
      id: "STX_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
      status: "pending",
      status_raw: "pending",
      payment_method: "prepaid",
      trans_id: "110099700",
      payment_links: {},
      transactions: [{ id: "PCI_MVFGGPZR5CADLVRAJVB05QBN3CO90O", trans_id: "110099700" }],
      payment_instructions: {
        ...instructions,
        purpose: "TA 110099700",
        girocode_url:
          "https://connect-testing.secupay-ag.de/qr/epc?stx=STX_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
      },
      created: "2020-02-04T15:34:00+01:00",
      updated: "2020-02-04T15:34:56+01:00",
    },
  ],
  [
    "smart-transaction-start-prepaid.response",
    start,
    {
      id: "STX_33PXAW2YN2NJTPM5KPGMK7QF5PBVA2",
      status: "pending",
      status_raw: "pending",
      payment_method: "prepaid",
      trans_id: "49425099",
      payment_links: {},
      transactions: [{ id: "PCI_FDBREW9ZS7P6FTN4ZY2ATC6NK0QWO7" }],
      payment_instructions: {
        ...instructions,
        purpose: "TA 49425099",
        girocode_url:
          "https://connect-testing.secupay-ag.de/qr/epc?stx=STX_33PXAW2YN2NJTPM5KPGMK7QF5PBVA2",
      },
      created: "2020-03-27T10:55:23+01:00",
    },
  ],
  [
    "smart-transaction-start.response",
    start,
    {
      id: "STX_33PXAW2YN2NJTPM5KPGMK7QF5PBVA2",
      status: "ok",
      status_raw: "ok",
      payment_links: {},
      transactions: [{ id: "PCI_FDBREW9ZS7P6FTN4ZY2ATC6NK0QWO7" }],
      created: "2020-03-27T10:55:23+01:00",
      updated: "2020-03-27T10:56:41+01:00",
    },
  ],
  [
    "smart-transaction-prepare-invoice.response",
    read("smart-transaction-prepare-invoice.response"),
    {
      id: "STX_33PXAW2YN2NJTPM5KPGMK7QF5PBVA2",
      status: "approved",
      status_raw: "approved",
      payment_links: {},
      transactions: [{ id: "PCI_FDBREW9ZS7P6FTN4ZY2ATC6NK0QWO7" }],
      created: "2020-03-27T10:55:23+01:00",
      updated: "2020-03-27T10:56:12+01:00",
    },
  ],
  [
    "smart-transaction-set-delivery.response",
    read("smart-transaction-set-delivery.response"),
    {
      id: "STX_33PXAW2YN2NJTPM5KPGMK7QF5PBVA2",
      status: "ok",
      status_raw: "ok",
      payment_links: {},
      transactions: [],
    },
  ],
  [
    "smart-transaction-cancel.response",
    ({ smartTransactions }) => smartTransactions.cancel("STX_1"),
    undefined,
  ],
  [
    "payment-transaction-read.prepaid-waiting.response",
    readPayment("payment-transaction-read.prepaid-waiting.response"),
    {
      id: "PCI_AEVDQO42JC3YHO4PSAZ3CQJU4S0P5A",
      trans_id: "35412359",
      amount: 5000,
      currency: "EUR",
      status_simple: "authorized",
      status_simple_raw: 2,
      status_fine: 25,
      parents: [],
      related: [],
      created: "2021-06-09T22:09:09+02:00",
      updated: "2021-06-09T22:09:09+02:00",
    },
  ],
  [
    "payment-transaction-read.refund-child.response",
    readPayment("payment-transaction-read.refund-child.response"),
    {
      id: "PCI_WMC2TN4PT66CY90TS8YZY34QK9W2N7",
      amount: -1000,
      currency: "EUR",
      status_simple: "accepted",
      status_simple_raw: 1,
      status_fine: 6,
      parents: [{ id: "PCI_AEVDQO42JC3YHO4PSAZ3CQJU4S0P5A" }],
      related: [],
      created: "2021-07-05T13:32:50+02:00",
      updated: "2021-07-05T13:33:24+02:00",
    },
  ],
  [
    "payment-transaction-cancel.partial.response.synthetic",
    ({ payments }) => payments.cancel("PCI_1", { reduce_amount_by: 995 }),
    [
      {
        id: "PCI_ZHZAJ2FD31H73WDW7M1KMMWSM278VW",
        trans_id: "35412359",
        amount: 4485,
        currency: "EUR",
        status_simple: "accepted",
        status_simple_raw: 1,
        status_fine: 6,
        parents: [],
        related: [{ id: "PCI_WMC2TN4PT66CY90TS8YZY34QK9W2N7", hierarchy: "child" }],
      },
      {
        id: "PCI_WMC2TN4PT66CY90TS8YZY34QK9W2N7",
        trans_id: "35448447",
        amount: -995,
        currency: "EUR",
        status_simple: "accepted",
        status_simple_raw: 1,
        status_fine: 6,
        parents: [{ id: "PCI_ZHZAJ2FD31H73WDW7M1KMMWSM278VW" }],
        related: [],
      },
    ],
  ],
  [
    "payment-transaction-check-status.response",
    ({ payments }) => payments.checkStatus("PCI_1"),
    {
      status_simple: "authorized",
      status_simple_raw: 2,
      status_fine: 9,
      amount: 8600,
      currency: "EUR",
    },
  ],
  [
    "payment-transaction-shipping-information.response",
    ({ payments }) => payments.addShippingInformation("PCI_1", { carrier: "DHL" }),
    { result: true },
  ],
  [
    "available-payment-methods.response",
    ({ contracts }) =>
      contracts.availablePaymentMethods("GCR_1", { currency: "EUR", is_demo: true }),
    [
      "creditcard",
      "debit",
      "easycredit",
      "eps",
      "invoice",
      "paypal",
      "prepaid",
      "sofort",
      "applepay",
      "googlepay",
    ],
  ],
]

it.each(replies)("%s", async (name, call, expected) => {
  const server = await startServer({ api: () => ({ body: documented(name) }) })
  expect(await call(clientFor(server))).toEqual(expected)
})
