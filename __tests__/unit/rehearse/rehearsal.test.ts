import { createMedusaContainer } from "@medusajs/framework/utils"
import { asFunction } from "@medusajs/framework/awilix"
import { SECUCONNECT_MODULE } from "../../../src/modules/secuconnect"
import { chooseItems } from "../../../src/rehearse/choose-items"
import { isPaid, PLAY_KINDS, playsFor } from "../../../src/rehearse/plays"
import { methodsOf } from "../../../src/rehearse/read-shop"
import { isClean, toMarkdown, type Rehearsal } from "../../../src/rehearse/report"
import { runRehearsal } from "../../../src/rehearse/run"
import type { Article } from "../../../src/rehearse/shop"
import type { Played } from "../../../src/rehearse/stage"
import { providerFor } from "../../../src/rehearse/start-payment"
import { parseRehearsalWish } from "../../../src/rehearse/wish"

const METHODS = ["creditcard", "debit", "invoice", "prepaid", "paypal"]

describe("the plays of a rehearsal", () => {
  it.each([1, 7, 50, 120])("are as many as are wanted: %d", (count) => {
    expect(playsFor(METHODS, count)).toHaveLength(count)
  })

  it("begin with each method, simply paid", () => {
    const first = playsFor(METHODS, 50).slice(0, METHODS.length)
    expect(first).toEqual(METHODS.map((method) => ({ kind: "paid", method })))
  })

  it("hold every kind soon afterwards", () => {
    const next = playsFor(METHODS, 50).slice(METHODS.length, METHODS.length + 11)
    const others = PLAY_KINDS.filter((kind) => kind !== "paid")
    expect(new Set(next.map(({ kind }) => kind))).toEqual(new Set(others))
  })

  it("refund nothing that is still to be transferred, and take back only what a bank can", () => {
    const plays = playsFor(METHODS, 200)
    expect(plays).not.toContainEqual({ kind: "partial_refund", method: "prepaid" })
    expect(plays).not.toContainEqual({ kind: "full_refund", method: "prepaid" })
    const returned = plays.filter(({ kind }) => kind === "returned").map(({ method }) => method)
    expect(new Set(returned)).toEqual(new Set(["creditcard", "debit", "paypal"]))
  })

  it("let a server die once", () => {
    expect(playsFor(METHODS, 50).filter(({ kind }) => kind === "crash")).toHaveLength(1)
  })

  it("are none where nothing can be paid with", () => {
    expect(playsFor([], 50)).toEqual([])
  })

  it("expect an order wherever somebody has paid", () => {
    expect(PLAY_KINDS.filter((kind) => !isPaid(kind))).toEqual(["declined", "aborted"])
  })
})

describe("the words of the command", () => {
  it.each([
    [[], { checkouts: 50, email: "rehearsal@example.com", folder: "secuconnect-rehearsal" }],
    [["checkouts=3"], { checkouts: 3 }],
    [["--checkouts=3", "-out=x/y"], { checkouts: 3, folder: "x/y" }],
    [["email=me@shop.example"], { email: "me@shop.example" }],
  ])("are taken: %p", (words, wish) => {
    expect(parseRehearsalWish(words)).toMatchObject(wish)
  })

  it.each([
    ["checkouts=0"],
    ["checkouts=1.5"],
    ["checkouts=501"],
    ["email=nobody"],
    ["fast"],
    ["shop=1"],
  ])("are refused: %p", (word) => {
    expect(parseRehearsalWish([word])).toBeNull()
  })
})

describe("what is bought", () => {
  const pen: Article = { variant_id: "variant_pen", name: "Pen", price: 250, stock: Infinity }
  const desk: Article = { variant_id: "variant_desk", name: "Desk", price: 180_00, stock: 3 }
  const last: Article = { variant_id: "variant_last", name: "Last", price: 5_00, stock: 1 }
  const gone: Article = { variant_id: "variant_gone", name: "Gone", price: 5_00, stock: 0 }

  it.each([
    ["one article after the other", 0, [[pen, 1]]],
    ["as many as there are", 2, [[last, 1]]],
    [
      "now and then two articles",
      3,
      [
        [pen, 1],
        [desk, 1],
      ],
    ],
  ] as const)("is %s", (_what, turn, items) => {
    expect(chooseItems([pen, desk, last, gone], "debit", turn)).toEqual(
      items.map(([article, quantity]) => ({ article, quantity })),
    )
  })

  it("is nothing where everything is gone", () => {
    expect(chooseItems([gone], "debit", 0)).toBeNull()
  })

  it("lies within a method's limits, with room for shipping and discounts", () => {
    expect(chooseItems([pen, gone, desk], "easycredit", 0)).toEqual([
      { article: desk, quantity: 2 },
    ])
  })

  it.each([
    ["too cheap", pen],
    ["too few", { ...desk, stock: 1 }],
    ["too dear", { ...desk, price: 9_000_00 }],
  ])("is nothing where all articles are %s for a method's limits", (_why, article) => {
    expect(chooseItems([article], "easycredit", 5)).toBeNull()
  })
})

describe("the methods of a region", () => {
  const general = "pp_secuconnect_secuconnect"
  const debit = "pp_secuconnect-debit_secuconnect"
  const offered = ["creditcard", "debit", "applepay"]

  it.each([
    ["all of the contract where the customer chooses", [general], ["creditcard", "debit"]],
    ["only what is switched on by itself", [debit], ["debit"]],
    ["none of somebody else's", ["pp_system_default"], []],
  ])("are %s", (_what, providers, methods) => {
    expect(methodsOf(providers, "eur", offered)).toEqual(methods)
  })

  it("are what the currency allows", () => {
    expect(methodsOf([general, debit], "CHF", offered)).toEqual(["creditcard"])
  })

  it("are paid with by their own provider and by the one for all, in turn", () => {
    const both = [0, 1].map((turn) => providerFor([general, debit], "debit", turn))
    expect(both).toEqual([general, debit])
    expect(providerFor([general, debit], "creditcard", 1)).toBe(general)
    expect(providerFor([debit], "creditcard", 0)).toBeUndefined()
  })
})

describe("a shop that is not in test mode", () => {
  it("is refused before anything else of it is looked at", async () => {
    const resolve = jest.fn(() => ({ getSettings: () => Promise.resolve({ demo: false }) }))
    const container = createMedusaContainer()
    container.register(SECUCONNECT_MODULE, asFunction(resolve))
    const complain = jest.fn()
    const print = jest.fn()
    expect(await runRehearsal(container, [], { print, complain })).toBe(2)
    expect(complain).toHaveBeenCalledWith(expect.stringMatching(/Testmodus[^]*not in test mode/))
    expect(print).not.toHaveBeenCalled()
  })
})

describe("the report of a rehearsal", () => {
  const paid: Played = {
    kind: "paid",
    method: "debit",
    place: "Germany, Web",
    articles: "1 × Mug",
    cart_id: "cart_1",
    order_id: "order_1",
    skipped: null,
    trouble: null,
  }
  const good: Rehearsal = {
    mark: "rehearsal-1",
    at: "2026-01-01T00:00:00.000Z",
    places: ["Germany (EUR), Web"],
    codes: [],
    gaps: [],
    isContractKnown: true,
    played: [paid],
    violations: [],
    left: [],
  }
  const refused: Played = {
    ...paid,
    ...{ kind: "returned", articles: "2 × A|B", cart_id: "cart_2", order_id: null },
    trouble: { code: "refused", detail: "POST /store/carts: HTTP 400, no\nsuch | thing" },
  }
  const bad: Rehearsal = {
    ...good,
    played: [paid, refused],
    left: [{ id: "order_1", cause: "an item is fulfilled" }],
  }

  it("says in German and English that all is well", () => {
    expect(isClean(good)).toBe(true)
    const report = toMarkdown(good)
    expect(report).toMatch(/1 von 1 Bestellvorgängen[^]*1 of 1 checkouts went as they should/)
    expect(report).toContain("| bezahlt | debit | 1 |")
    expect(report).toContain("Shop and secuconnect agree on every amount.")
    expect(report).toContain('orders: 1. Medusa cannot delete them; "rehearsal-1"')
  })

  it("says what is wrong, with what was bought, and where to look", () => {
    expect(isClean(bad)).toBe(false)
    const report = toMarkdown(bad)
    expect(report).toContain(
      "| returned debit or chargeback | debit | 2 × A\\|B | Germany, Web | cart_2 | " +
        "POST /store/carts: HTTP 400, no such \\| thing |",
    )
    expect(report).toMatch(/Wo nachzuschauen ist[^]*Where to look[^]*hooks and middlewares/)
  })

  it("says what stays in the shop, and why", () => {
    expect(toMarkdown(bad)).toContain("- order_1: an item is fulfilled")
    expect(toMarkdown(bad)).toContain("archived orders: 0.")
  })

  it("counts what was left out for neither side, and says why", () => {
    const skipped: Rehearsal = {
      ...good,
      played: [paid, { ...paid, method: "easycredit", order_id: null, skipped: "limits" }],
      gaps: [{ obstacle: "no_price", place: "Schweiz, Web" }],
    }
    expect(isClean(skipped)).toBe(true)
    expect(toMarkdown(skipped)).toContain("1 of 1 checkouts")
    expect(toMarkdown(skipped)).toMatch(/- easycredit: No article .* \(1 ×\)/)
    expect(toMarkdown(skipped)).toContain("- Schweiz, Web: No product has a price")
  })

  it("is not clean where nothing could be played", () => {
    expect(isClean({ ...good, played: [{ ...paid, skipped: "free" }] })).toBe(false)
  })
})
