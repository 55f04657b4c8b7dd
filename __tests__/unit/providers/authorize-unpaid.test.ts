import { authorizePayment } from "../../../src/providers/secuconnect/authorize-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { paymentOf, startVendor } from "./support/vendor"

afterEach(stopServers)

const SESSION = "payses_first"

interface Scene {
  orderFirst?: boolean
  /** What the order costs that the core has just made of the cart; null: there is none yet. */
  total?: number | null
  /** Of the checkout of another session of the cart. */
  rival?: string
  /** What another provider has authorized, in a session of its own each. */
  elsewhere?: number[]
}

const USUAL = { orderFirst: true, total: 44.85, rival: "created", elsewhere: [] }

/** A cart of 44.85 with a session on which it may be ordered before it is paid. */
async function open(scene: Scene = {}) {
  const { orderFirst, total, rival, elsewhere }: Required<Scene> = { ...USUAL, ...scene }
  const payments =
    rival === "created" ? [] : [{ id: "PCI_1", status_simple: paymentOf(rival), effective: 4485 }]
  const vendor = await startVendor({}, { status: rival, payments })
  const bench = await openBench(vendor.url)
  bench.ledger.connectTo({ orderFirst })
  const unpaid = await bench.ledger.unpaidOrders.begin({
    ...{ payment_session_id: SESSION, cart_id: "cart_1", amount: 4485, currency_code: "eur" },
    ...{ language: "en", is_demo: false },
  })
  const session = { provider_id: "pp_secuconnect_secuconnect", status: "pending", amount: 44.85 }
  const priced = { currency_code: "eur", total: total ?? 44.85 }
  const collection = { payment_collection_id: "paycol_1" }
  const ids = [SESSION, "payses_1"]
  const ours = ids.map((id) => ({ id, ...collection, ...session }))
  const other = { ...collection, provider_id: "pp_system_default", status: "authorized" }
  const others = elsewhere.map((amount) => ({ ...other, id: "payses_other", amount }))
  bench.known["payment_session"] = [...ours, ...others]
  bench.known["cart_payment_collection"] = [{ ...collection, cart_id: "cart_1" }]
  bench.known["cart"] = [{ id: "cart_1", ...priced }]
  bench.known["order_cart"] = total === null ? [] : [{ cart_id: "cart_1", order_id: "order_1" }]
  bench.known["order"] = [{ id: "order_1", ...priced, version: 1 }]
  return { bench, row: () => bench.ledger.retrieveUnpaidOrder(unpaid.id) }
}

const ask = (bench: Bench) => authorizePayment(bench, SESSION)

describe("a session on which its cart is ordered before it is paid", () => {
  it("places the order, without money, and its time begins once", async () => {
    const { bench, row } = await open()
    const { status, data } = await ask(bench)
    expect(status).toBe("pending_authorization")
    expect(data).toMatchObject({ session_id: SESSION, checkout_id: null, order_first: true })
    const { order_id, placed_at } = await row()
    expect(order_id).toBe("order_1")
    expect(placed_at).not.toBeNull()
    await bench.pass(60_000)
    expect((await ask(bench)).status).toBe("pending_authorization")
    expect((await row()).placed_at).toEqual(placed_at)
  })

  it("places nothing before the core has made an order of the cart", async () => {
    const { bench, row } = await open({ total: null })
    expect((await ask(bench)).status).toBe("pending")
    expect(await row()).toMatchObject({ order_id: null, placed_at: null })
  })

  it.each([
    ["the setting was switched off", { orderFirst: false }, "checkout_session_gone"],
    ["the order costs more", { total: 44.86 }, "checkout_amount_changed"],
    ["the order costs less", { total: 40 }, "checkout_amount_changed"],
    ["another provider has a part", { elsewhere: [44.84] }, "checkout_amount_changed"],
    ["another session is paid", { rival: "ok" }, "checkout_already_paid"],
    ["another session waits for a transfer", { rival: "pending" }, "checkout_already_paid"],
  ])("is refused when %s", async (_why, scene, code) => {
    const { bench, row } = await open(scene)
    await expect(ask(bench)).rejects.toMatchObject({ code })
    expect(await row()).toMatchObject({ order_id: null, placed_at: null })
  })

  it.each([[44.85], [50]])(
    "is closed where another provider has been paid %d",
    async (elsewhere) => {
      const { bench, row } = await open({ elsewhere: [elsewhere] })
      expect((await ask(bench)).status).toBe("canceled")
      expect(await row()).toMatchObject({ order_id: null, placed_at: null })
    },
  )

  it("does not ask again once the order stands: it may have been edited since", async () => {
    const { bench } = await open()
    await ask(bench)
    bench.ledger.connectTo({ orderFirst: false })
    expect((await ask(bench)).status).toBe("pending_authorization")
  })
})
