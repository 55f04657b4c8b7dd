import {
  amountAsked,
  transferDue,
  type OrderToPay,
  type Transfer,
  type TransferDue,
} from "../../../../src/mapping/status/transfer-due"

const prepayment: Transfer = {
  status: "waiting",
  method: "prepaid",
  order_id: "order_1",
  attention: null,
  amount: 3190,
  effective_amount: null,
  payments: [{ status: "authorized", amount: 3190, is_refund: false }],
}
const invoice: Partial<Transfer> = {
  status: "accepted",
  method: "invoice",
  effective_amount: 3190,
  payments: [{ status: "waiting_for_shipment", amount: 3190, is_refund: false }],
}

const nothing: TransferDue = { is: "nothing" }
const due = (amount: number, rest = 0): TransferDue => ({ is: "due", amount, rest })
const tooMuch = (needed: number, asked = 3190): TransferDue => ({ is: "too_much", asked, needed })

interface Row {
  what: string
  transfer?: Partial<Transfer>
  order?: Partial<OrderToPay> | null
  told: TransferDue
}

const reducedTo = (amount: number): Partial<Transfer> => ({
  payments: [{ status: "authorized", amount, is_refund: false }],
})

describe("of a prepayment of 31.90 the customer is told to transfer", () => {
  it.each<Row>([
    { what: "31.90, as long as nothing has changed", told: due(3190) },
    { what: "31.90, where nobody knows what the order needs", order: null, told: due(3190) },
    { what: "31.90, where Medusa does not say", order: { needs: null }, told: due(3190) },
    {
      what: "31.90, and the rest by another payment, after an edit upward",
      order: { needs: 4985 },
      told: due(3190, 1795),
    },
    {
      what: "nothing that can be wrong, after an edit downward",
      order: { needs: 1595 },
      told: tooMuch(1595),
    },
    {
      what: "the same, after a credit line of a cent",
      order: { needs: 3189 },
      told: tooMuch(3189),
    },
    {
      what: "the same, once another payment has brought a part",
      order: { needs: 690 },
      told: tooMuch(690),
    },
    { what: "nothing, once another payment has brought all", order: { needs: 0 }, told: nothing },
    { what: "nothing, where more was paid already", order: { needs: -500 }, told: nothing },
    { what: "nothing, once the order is canceled", order: { canceled: true }, told: nothing },
    {
      what: "20.00, where it was reduced at secuconnect, and the rest otherwise",
      transfer: reducedTo(2000),
      told: due(2000, 1190),
    },
    {
      what: "20.00, where the order was reduced along with it",
      transfer: reducedTo(2000),
      order: { needs: 2000 },
      told: due(2000),
    },
    {
      what: "nothing that can be wrong, where the order was reduced further",
      transfer: reducedTo(2000),
      order: { needs: 1500 },
      told: tooMuch(1500, 2000),
    },
    {
      what: "31.90, also after a first try that was denied",
      transfer: {
        payments: [
          { status: "denied", amount: 1200, is_refund: false },
          { status: "pending", amount: 3190, is_refund: false },
        ],
      },
      told: due(3190),
    },
    {
      what: "nothing, where the promise is to be cancelled",
      transfer: { attention: "not_cancelled" },
      told: nothing,
    },
    { what: "nothing, where it has no order", transfer: { order_id: null }, told: nothing },
    {
      what: "nothing, where no order wants it",
      transfer: { attention: "orphaned" },
      told: nothing,
    },
    {
      what: "nothing, once the money is in",
      transfer: { status: "accepted", effective_amount: 3190 },
      told: nothing,
    },
    ...(["failed", "cancelled", "open", "unknown", "authorized", null] as const).map(
      (status): Row => ({
        what: `nothing, while it is ${String(status)}`,
        transfer: { status },
        told: nothing,
      }),
    ),
  ])("$what", ({ transfer, order, told }) => {
    const toPay = order === null ? null : { canceled: false, needs: 3190, ...order }
    expect(transferDue({ ...prepayment, ...transfer }, toPay)).toEqual(told)
  })
})

describe("of an invoice of 31.90 the customer is told to transfer", () => {
  it.each<Row>([
    { what: "31.90, although it is paid for Medusa", order: { needs: 0 }, told: due(3190) },
    { what: "what a refund has left of it", transfer: { effective_amount: 2190 }, told: due(2190) },
    { what: "nothing, once all was refunded", transfer: { effective_amount: 0 }, told: nothing },
    {
      what: "nothing, once the customer has paid it",
      transfer: { payments: [{ status: "paid", amount: 3190, is_refund: false }] },
      told: nothing,
    },
    {
      what: "the rest, where only a refund is paid",
      transfer: {
        effective_amount: 2190,
        payments: [
          { status: "accepted", amount: 2190, is_refund: false },
          { status: "paid", amount: -1000, is_refund: true },
        ],
      },
      told: due(2190),
    },
    {
      what: "nothing that can be wrong, where it is authorized and the order needs less",
      transfer: { status: "authorized", effective_amount: null },
      order: { needs: 1190 },
      told: tooMuch(1190),
    },
    { what: "nothing, once the order is canceled", order: { canceled: true }, told: nothing },
  ])("$what", ({ transfer, order, told }) => {
    const toPay = order === null ? null : { canceled: false, needs: 3190, ...order }
    expect(transferDue({ ...prepayment, ...invoice, ...transfer }, toPay)).toEqual(told)
  })
})

it("never asks for more than it was made for", () => {
  const payments = [{ status: "authorized", amount: 9900, is_refund: false }]
  expect(amountAsked({ amount: 3190, effective_amount: null, payments })).toBe(3190)
})
