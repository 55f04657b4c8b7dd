import {
  collectionSums,
  type CollectionSums,
  type CountedCollection,
} from "../../../../src/mapping/books/collection-sums"

const before = new Date("2026-01-02T12:00:00.000Z")
const old = new Date("2026-01-02T11:00:00.000Z")
const young = new Date("2026-01-02T12:00:01.000Z")

const booking = (amount: number | string, created_at = old) => ({
  id: `booking_${String(amount)}`,
  amount,
  created_at,
})
const paid = (amount: number | string = 31.9, refunds: ReturnType<typeof booking>[] = []) => ({
  captures: [booking(amount)],
  refunds,
})

const counted = {
  ...{ currency_code: "eur", canceled: false },
  ...{ authorized_amount: 31.9, captured_amount: 31.9, refunded_amount: 0 },
  sessions: [{ status: "authorized", amount: 31.9, authorized_at: old }],
}

interface Row {
  what: string
  collection?: Partial<CountedCollection>
  sums: CollectionSums
}

describe("the sums of a payment collection whose 31.90 are captured", () => {
  it.each<Row>([
    { what: "as the core has counted them", sums: "right" },
    { what: "nothing was counted", collection: { captured_amount: 0 }, sums: "wrong" },
    {
      what: "a refund was not counted",
      collection: { payments: [paid(31.9, [booking(10)])] },
      sums: "wrong",
    },
    {
      what: "the second of two refunds was not counted",
      collection: { refunded_amount: 5, payments: [paid(31.9, [booking(5), booking(7.5)])] },
      sums: "wrong",
    },
    {
      what: "a refund was counted that was taken back since",
      collection: { refunded_amount: 10 },
      sums: "wrong",
    },
    {
      what: "a refund may just be on its way",
      collection: { payments: [paid(31.9, [booking(10, young)])] },
      sums: "on its way",
    },
    {
      what: "one of another payment of the collection may be on its way",
      collection: {
        payments: [paid(20, [booking(5)]), paid(11.9, [booking(1, young)])],
      },
      sums: "on its way",
    },
    {
      what: "a young refund that was counted",
      collection: { refunded_amount: 10, payments: [paid(31.9, [booking(10, young)])] },
      sums: "right",
    },
    {
      what: "two payments",
      collection: {
        refunded_amount: 6,
        payments: [paid(20, [booking(5)]), paid(11.9, [booking(1)])],
      },
      sums: "right",
    },
    {
      what: "parts of a cent that Medusa keeps",
      collection: {
        captured_amount: "31.9000570000",
        payments: [{ captures: [booking("14.1250570000"), booking("17.775")], refunds: [] }],
      },
      sums: "right",
    },
  ])("$what: $sums", ({ collection, sums }) => {
    expect(collectionSums({ ...counted, payments: [paid()], ...collection }, before)).toBe(sums)
  })
})

const session = (status: string, authorized_at: Date | null = old) => ({
  ...{ status, amount: 31.9, authorized_at },
})

describe("the sums of a payment collection whose 31.90 are authorized", () => {
  it.each<Row>([
    { what: "as the core has counted them", sums: "right" },
    { what: "nothing was counted", collection: { authorized_amount: 0 }, sums: "wrong" },
    {
      what: "the second of two was not counted",
      collection: { sessions: [session("authorized"), session("authorized")] },
      sums: "wrong",
    },
    {
      what: "it may just be on its way",
      collection: { authorized_amount: 0, sessions: [session("authorized", young)] },
      sums: "on its way",
    },
    { what: "its session was deleted since", collection: { sessions: [] }, sums: "right" },
    {
      what: "it waits for a transfer",
      collection: { authorized_amount: 0, sessions: [session("pending_authorization", null)] },
      sums: "right",
    },
    {
      what: "an edit has put another collection in its place",
      collection: { authorized_amount: 0, canceled: true },
      sums: "right",
    },
  ])("$what: $sums", ({ collection, sums }) => {
    const authorized = { captured_amount: 0, payments: [{ captures: [], refunds: [] }] }
    expect(collectionSums({ ...counted, ...authorized, ...collection }, before)).toBe(sums)
  })
})
