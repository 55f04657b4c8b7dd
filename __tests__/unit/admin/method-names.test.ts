import resources from "../../../src/admin/i18n"
import { METHOD_TEXTS, METHODS } from "../../../src/mapping/methods/methods"

describe.each(["en", "de"] as const)("in the admin's %s", (language) => {
  const { general, ...names } = resources[language].secuconnect.methods

  it("every method is called what shoppers read", () => {
    const read = METHODS.map((method) => [method, METHOD_TEXTS[language][method].name])
    expect(names).toEqual(Object.fromEntries(read))
  })

  it("the choice on the payment page has a name of its own", () => {
    expect(Object.values(names)).not.toContain(general)
  })
})
