import { regionMethods } from "../../../../src/mapping/views/region-methods"

const installed = [
  "pp_system_default",
  "pp_secuconnect-prepaid_secuconnect",
  "pp_secuconnect-debit_secuconnect",
  "pp_secuconnect_secuconnect",
  "pp_secuconnect-creditcard_secuconnect",
]
const region = {
  installed,
  currency_code: "eur",
  switched_on: ["pp_system_default", "pp_secuconnect_secuconnect"],
  offer: { methods: ["creditcard", "debit"] },
}
const find = (change: Partial<Parameters<typeof regionMethods>[0]>) =>
  regionMethods({ ...region, ...change }).map(({ method, enabled, obstacle }) => [
    method,
    enabled,
    obstacle,
  ])

describe("the switches of a region", () => {
  it("are those of our providers, in the order of the checkout, with what the contract lacks", () => {
    expect(find({})).toEqual([
      ["general", true, null],
      ["creditcard", false, null],
      ["debit", false, null],
      ["prepaid", false, "not_offered"],
    ])
  })

  it("name the currency where the method does not know it", () => {
    expect(find({ currency_code: "chf" })).toContainEqual(["debit", false, "not_for_currency"])
  })

  it("stay usable while nobody knows what the contract has", () => {
    const obstacles = find({ offer: { error: "timeout" } }).map(([, , obstacle]) => obstacle)
    expect(obstacles).toEqual([null, null, null, null])
  })

  it.each(["huf", "cop", "rsd", "iqd", "xyz"])(
    "are all shut in %s, and say why",
    (currency_code) => {
      const obstacles = find({ currency_code }).map(([, , obstacle]) => obstacle)
      expect(obstacles).toEqual(Array(4).fill("currency_refused"))
    },
  )
})
