import { z } from "zod"
import {
  choiceOfProvider,
  METHOD_FACTS,
  METHOD_TEXTS,
  methodIcon,
  METHODS,
  providerIdentifier,
  type MethodChoice,
} from "../../../../src/mapping/methods/methods"
import current from "../../../../src/providers/secuconnect"
import legacy from "../../../../src/providers/secuconnect-legacy"
import { normalizePaymentMethod } from "../../../../src/secuconnect"
import { methods as rules } from "../../../../sandbox/src/machine/methods"

const CHOICES: MethodChoice[] = ["general", ...METHODS]

describe("the table of methods", () => {
  it.each(METHODS)("%s: every spelling of the vendor leads to our one", (method) => {
    const spellings = [method, ...METHOD_FACTS[method].listed_as]
    expect(new Set(spellings.map(normalizePaymentMethod))).toEqual(new Set([method]))
  })

  it.each(METHODS)("%s: agrees with the sandbox on currency and capture", (method) => {
    const { currencies, capture, listed_as } = METHOD_FACTS[method]
    expect(currencies).toEqual(rules[method].eurOnly ? ["eur"] : null)
    expect(capture === "deferrable").toBe(rules[method].deferrable)
    expect(rules[method].availableAs).toEqual(expect.arrayContaining([...listed_as]))
  })

  it.each(CHOICES)("%s: has a name and one line in German and English", (choice) => {
    for (const language of ["de", "en"] as const) {
      const { name, description } = METHOD_TEXTS[language][choice]
      expect(name.trim()).toMatch(/^\S.{1,30}$/)
      expect(description.trim()).toMatch(/^\S[^\n]{5,70}$/)
    }
  })

  it("has a drawing of its own for each", () => {
    const icons = CHOICES.map(methodIcon)
    expect(new Set(icons).size).toBe(CHOICES.length)
    for (const icon of icons) {
      expect(decodeURIComponent(icon)).toMatch(
        /^data:image\/svg\+xml,<svg [^<]*>(<[^<>]+\/>)+<\/svg>$/,
      )
      expect(icon.length).toBeLessThan(1_000)
    }
  })
})

describe("the providers", () => {
  it("of the main entry are the general one and one per method that is not deprecated", () => {
    expect(idsOf(current)).toEqual([
      "pp_secuconnect_secuconnect",
      "pp_secuconnect-creditcard_secuconnect",
      "pp_secuconnect-debit_secuconnect",
      "pp_secuconnect-invoice_secuconnect",
      "pp_secuconnect-prepaid_secuconnect",
      "pp_secuconnect-paypal_secuconnect",
      "pp_secuconnect-easycredit_secuconnect",
    ])
  })

  it("of the legacy entry are sofort, giropay and eps", () => {
    expect(idsOf(legacy)).toEqual([
      "pp_secuconnect-sofort_secuconnect",
      "pp_secuconnect-giropay_secuconnect",
      "pp_secuconnect-eps_secuconnect",
    ])
  })

  it.each(CHOICES)("%s is found by the provider's id, whatever the entry is called", (choice) => {
    expect(choiceOfProvider(`pp_${providerIdentifier(choice)}_secuconnect`)).toBe(choice)
    expect(choiceOfProvider(`pp_${providerIdentifier(choice)}_other`)).toBe(choice)
  })

  it.each(["pp_system_default", "pp_secuconnect-bitcoin_secuconnect", "pp_secuconnectx_y", ""])(
    "%p is none of them",
    (id) => expect(choiceOfProvider(id)).toBeNull(),
  )
})

const service = z.custom<{ identifier: string }>((value) => typeof value === "function")

function idsOf({ services }: { services: unknown[] }): string[] {
  return services.map((found) => `pp_${service.parse(found).identifier}_secuconnect`)
}
