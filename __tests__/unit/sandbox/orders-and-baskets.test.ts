import delivery from "../../fixtures/secuconnect/smart-transaction-set-delivery.request.json"
import deliveryAnswer from "../../fixtures/secuconnect/smart-transaction-set-delivery.response.json"
import { matching, openSandbox, requestWith, type Driver } from "./support/driver"

/**
 * What a Smart Transaction may ask for beside a plain sale. Sources, by letter at the end of a
 * title: (C) the vendor's pages, (S) the vendor's SDK, (I) inferred, (U) unknown and invented.
 * @see https://developer.secuconnect.com/integration/Create_and_Update_a_Smart_Transaction.html
 * @see https://developer.secuconnect.com/integration/Create_the_Smart_Transaction_for_Platforms.html
 */
let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

async function paid(changes: Record<string, unknown> = {}): Promise<string> {
  const { id } = await sandbox.create(requestWith(changes))
  await sandbox.checkout(id, { method: "creditcard", outcome: "pay" })
  return id
}

describe("intents", () => {
  it.each<[title: string, changes: Record<string, unknown>, links: object, status: string]>([
    [
      "a sale has a link per method and ends ok (C)",
      { intent: "sale" },
      { payment_links: { creditcard: matching(/^http/), general: matching(/^http/) } },
      "ok",
    ],
    [
      "without an intent it is a sale (I)",
      { intent: undefined },
      { intent: "sale", payment_links: { general: matching(/^http/) } },
      "ok",
    ],
    [
      "an order has a link to the vendor's checkout and is received (C)",
      { intent: "order" },
      { intent: "order", checkout_links: { url_checkout: matching(/^http/) } },
      "received",
    ],
    [
      "an order to be shipped is received (C)",
      { intent: "order", delivery_options: { type: "shipping" } },
      { delivery_options: { type: "shipping" } },
      "received",
    ],
    [
      "an order to be collected waits for its collection (C)",
      { intent: "order", delivery_options: { type: "collection", store_id: "STO_1" } },
      { delivery_options: { type: "collection", store_id: "STO_1" } },
      "collection",
    ],
  ])("%s", async (...[, changes, links, status]) => {
    const created = await sandbox.create(requestWith(changes))
    expect(created).toMatchObject(links)
    await sandbox.checkout(created.id, { method: "creditcard", outcome: "pay" })
    expect((await sandbox.read(created.id)).status).toBe(status)
  })

  it.each([
    ["sale", "checkout_links"],
    ["order", "payment_links"],
  ])("a transaction of intent %s has no %s (C)", async (intent, absent) => {
    expect(await sandbox.create(requestWith({ intent }))).not.toHaveProperty(absent)
  })

  it("a page of an order is paid as the one of a sale (I)", async () => {
    const { checkout_links: links } = await sandbox.create(requestWith({ intent: "order" }))
    const page = String(Reflect.get(Object(links), "url_checkout"))
    expect(await (await fetch(page)).text()).toMatch(/31[.,]85/)
  })

  it("without a contract it is the client's own (S)", async () => {
    expect(await sandbox.create(requestWith({ contract: undefined }))).toMatchObject({
      contract: { id: "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04" },
    })
  })
})

describe("setDelivery", () => {
  const collection = { intent: "order", delivery_options: { type: "collection" } }
  const shipping = { intent: "order", delivery_options: { type: "shipping" } }

  it("the documented delivery is answered with the documented fields (C)", async () => {
    const answer = await sandbox.act(`${await paid()}/setDelivery`, delivery)
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(Object.keys(deliveryAnswer)))
    expect(answer).toMatchObject({ status: "ok", ...delivery })
  })

  it.each<[title: string, changes: Record<string, unknown>, sent: object, status: string]>([
    ["a sale stays ok (C)", {}, { shipped_by: "DHL" }, "ok"],
    ["an order is shipped (C)", { intent: "order" }, { shipped_by: "DHL" }, "shipped"],
    ["an order to be shipped is shipped (C)", shipping, { type: "shipping" }, "shipped"],
    [
      "an order to be collected is collected (C)",
      collection,
      { delivered_at: "2026-07-06T12:45:00+02:00" },
      "collected",
    ],
  ])("%s", async (...[, changes, sent, status]) => {
    const id = await paid(changes)
    const answer = await sandbox.act(`${id}/setDelivery`, { delivery_options: sent })
    expect(answer).toMatchObject({ status, delivery_options: sent })
    expect(await sandbox.read(id)).toMatchObject({ status, delivery_options: sent })
  })

  it("what is left out the second time is deleted (C)", async () => {
    const id = await paid()
    await sandbox.act(`${id}/setDelivery`, delivery)
    const answer = await sandbox.act(`${id}/setDelivery`, {
      delivery_options: { tracking_code: "987" },
    })
    expect(answer.delivery_options).toEqual({ type: "shipping", tracking_code: "987" })
  })

  it("a collection gets its code once it is paid, and keeps it (S)", async () => {
    const id = await paid(collection)
    const code = matching(/^\d{6}$/)
    const before = (await sandbox.read(id)).delivery_options
    expect(before).toEqual({ type: "collection", code })
    const answer = await sandbox.act(`${id}/setDelivery`, { delivery_options: { store_id: "S" } })
    expect(answer.delivery_options).toEqual({ ...Object(before), store_id: "S" })
  })

  it.each<[title: string, body: unknown, code: number]>([
    ["nothing (I)", {}, 3001],
    ["a date without its zone (I)", { delivery_options: { shipped_at: "2026-07-06" } }, 3001],
    ["an unknown way (I)", { delivery_options: { type: "pigeon" } }, 3001],
    ["a field of the other way (S)", { delivery_options: { store_id: "S" } }, 3001],
  ])("%s is refused", async (_title, body, code) => {
    const answer = await sandbox.post(`/Smart/Transactions/${await paid()}/setDelivery`, body)
    expect(answer).toMatchObject({ status: 400, body: { code } })
  })

  it("what nobody has paid cannot be delivered (I)", async () => {
    const { id } = await sandbox.create()
    const answer = await sandbox.post(`/Smart/Transactions/${id}/setDelivery`, delivery)
    expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
  })
})

const article = { id: 1, desc: "Cup", quantity: 2, priceOne: 500, tax: 19 }
const ship = { id: 2, item_type: "shipping", desc: "Parcel", quantity: 1, priceOne: 490, tax: 19 }
const coupon = { id: 3, item_type: "coupon", desc: "Gift", quantity: 1, priceOne: 90, tax: 19 }
const fee = {
  id: 4,
  item_type: "stakeholder_payment",
  desc: "Fee",
  sum: 161,
  contract_id: "GCR_PLATFORM",
}

/** A merchant's part of a basket, worth the sum. */
const part = (id: number, sum: number, lines: unknown[]) => ({
  id,
  item_type: "sub_transaction",
  desc: `Part ${id}`,
  quantity: 1,
  sum,
  contract_id: `GCR_MERCHANT_${id}`,
  sub_basket: lines,
})

const basketOf = (sum: number, products: unknown[]) =>
  requestWith({ basket: { products }, "basket_info.sum": sum })

describe("baskets", () => {
  it.each<[title: string, sum: number, products: unknown[]]>([
    ["articles and shipping add, coupons subtract (C)", 1_400, [article, ship, coupon]],
    ["a stakeholder's share is taken out of the total (C)", 1_490, [article, ship, fee]],
    ["one merchant's part (S)", 1_000, [part(9, 1_000, [article])]],
    [
      "two merchants' parts (C)",
      2_490,
      [part(8, 1_000, [article]), part(9, 1_490, [article, ship])],
    ],
    ["a part with a coupon (I)", 910, [part(9, 910, [article, coupon])]],
    ["a part with a stakeholder's share (S)", 1_000, [part(9, 1_000, [article, fee])]],
    ["a part beside an own article (I)", 2_000, [article, part(9, 1_000, [article])]],
  ])("%s", async (_title, sum, products) => {
    const created = await sandbox.create(basketOf(sum, products))
    expect(created).toMatchObject({ basket_info: { sum }, basket: { products } })
  })

  it.each<[title: string, sum: number, products: unknown[], details: RegExp]>([
    ["a share counted on top (C)", 1_651, [article, ship, fee], /1651 differs .* 1490/],
    [
      "a part worth more than its lines (C)",
      1_100,
      [part(9, 1_100, [article])],
      /products\.0\.sum.*1000/,
    ],
    ["parts that are not the whole (C)", 900, [part(9, 1_000, [article])], /900 differs .* 1000/],
    [
      "a part without its merchant (S)",
      1_000,
      [{ ...part(9, 1_000, [article]), contract_id: undefined }],
      /contract_id/,
    ],
    ["a part without lines (S)", 1_000, [part(9, 1_000, [])], /sub_basket/],
    ["a part within a part (S)", 1_000, [part(9, 1_000, [part(8, 1_000, [article])])], /item_type/],
    [
      "a share without its receiver (S)",
      1_000,
      [article, { ...fee, contract_id: undefined }],
      /contract_id/,
    ],
    [
      "a share without its sum (S)",
      1_000,
      [article, { ...fee, sum: undefined }],
      /products\.1\.sum/,
    ],
    ["an article without a price (S)", 1_000, [{ ...article, priceOne: undefined }], /priceOne/],
  ])("%s is refused by name", async (...[, sum, products, details]) => {
    const answer = await sandbox.api("/Smart/Transactions", { body: basketOf(sum, products) })
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 3001, error_details: matching(details) },
    })
  })

  it.each([
    [4_711, "4711"],
    [0, "0"],
    ["4711", "4711"],
    ["SKU-1/a", "SKU-1/a"],
  ])("the article number %j comes back as the text %j (C, S)", async (sent, answered) => {
    const body = basketOf(1_000, [{ ...article, articleNumber: sent }])
    expect(await sandbox.create(body)).toMatchObject({
      basket: { products: [{ articleNumber: answered }] },
    })
  })

  it.each([
    [0, "none (C)"],
    [7, "percent, as the guide has it (C)"],
    [19, "percent, as the guide has it (C)"],
    [700, "hundredths, as the SDK's tests have it (S)"],
    [1_900, "hundredths, as the SDK's tests have it (S)"],
  ])("a tax of %i is accepted: %s", async (tax) => {
    const created = await sandbox.create(basketOf(1_000, [{ ...article, tax }]))
    expect(created).toMatchObject({ basket: { products: [{ tax }] } })
  })
})

describe("url_failure", () => {
  const failure = "https://shop.example.com/failure"
  const other = "https://shop.example.com/other"

  it.each<[title: string, sent: object, answered: object, left: string]>([
    [
      "comes back as error and abort URL (C)",
      { url_failure: failure },
      { url_error: failure, url_abort: failure },
      failure,
    ],
    [
      "an abort URL beside it wins (I)",
      { url_failure: failure, url_abort: other },
      { url_error: failure, url_abort: other },
      other,
    ],
    [
      "an error URL beside it wins (I)",
      { url_failure: failure, url_error: other },
      { url_error: other, url_abort: failure },
      failure,
    ],
  ])("%s, and whoever aborts comes there", async (...[, sent, answered, left]) => {
    const changes = { "application_context.return_urls": sent }
    const created = await sandbox.create(requestWith(changes))
    const read = await sandbox.read(created.id)
    for (const { application_context } of [created, read]) {
      expect(Object(application_context)).toMatchObject({ return_urls: answered })
      expect(JSON.stringify(application_context)).not.toContain("url_failure")
    }
    const { redirect_url } = await sandbox.checkout(created.id, { outcome: "abort" })
    expect(redirect_url).toBe(left)
  })
})

describe("is_demo", () => {
  it.each([true, false])("%s is a Smart Transaction's, and no payment's (S)", async (is_demo) => {
    const id = await paid({ is_demo })
    const record = await sandbox.read(id)
    expect(record).toMatchObject({ is_demo })
    const payment = await sandbox.payment(record.transactions?.[0]?.id ?? "")
    expect(payment).not.toHaveProperty("is_demo")
    expect(String(payment.product).includes("(Demo)")).toBe(is_demo)
  })
})
