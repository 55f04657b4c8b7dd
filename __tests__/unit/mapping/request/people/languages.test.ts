import { pickLanguage } from "../../../../../src/mapping/words/language"

describe("a locale means German:", () => {
  it.each([
    "de",
    "DE",
    "de-DE",
    "de_DE",
    "de-AT",
    "de-CH-1996",
    "de_DE.UTF-8",
    "deu",
    "ger",
    "gsw",
    " de ",
  ])("%p", (locale) => {
    expect(pickLanguage({ locales: [locale], country: "GB" })).toBe("de")
  })
})

describe("a locale of any other language means English:", () => {
  it.each(["en", "en-GB", "EN_us", "fr", "fr-CH", "nl", "it_IT", "zh-Hans-CN", "den", "del-US"])(
    "%p",
    (locale) => {
      expect(pickLanguage({ locales: [locale], country: "DE" })).toBe("en")
    },
  )
})

describe("is no locale and says nothing, so the country decides:", () => {
  it.each([
    ["a language's name", "german"],
    ["no text", 7],
    ["null", null],
    ["nothing", undefined],
    ["a list", ["de"]],
    ["an object", { locale: "de" }],
    ["an empty text", ""],
    ["one letter", "d"],
    ["undetermined", "und"],
    ["several languages", "mul"],
    ["a million letters", "x".repeat(1_000_000)],
    ["a million blanks", " ".repeat(1_000_000)],
    ["letters with a digit", "de1"],
  ])("%s", (_title, locale) => {
    expect(pickLanguage({ locales: [locale], country: "AT" })).toBe("de")
    expect(pickLanguage({ locales: [locale], country: "NL" })).toBe("en")
  })
})

describe("asks in this order:", () => {
  it("the session's locale before the cart's", () => {
    expect(pickLanguage({ locales: ["en", "de"] })).toBe("en")
    expect(pickLanguage({ locales: ["de", "en"] })).toBe("de")
  })

  it("the cart's locale when the session's says nothing", () => {
    expect(pickLanguage({ locales: [7, "de-AT"], fallback: "en", country: "GB" })).toBe("de")
  })

  it("the shop's setting before the country", () => {
    expect(pickLanguage({ locales: [null], fallback: "en", country: "DE" })).toBe("en")
  })

  it.each(["de", "DE", "at", "CH", "li", "lu"])(
    "the country %s, where German is read",
    (country) => {
      expect(pickLanguage({ locales: [], country })).toBe("de")
    },
  )

  it.each(["gb", "US", "nl", "", "germany", null, undefined])(
    "English at last, as for the country %p",
    (country) => {
      expect(pickLanguage({ locales: [], country })).toBe("en")
    },
  )
})
