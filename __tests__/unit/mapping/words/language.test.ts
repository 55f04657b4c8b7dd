import {
  pickLanguage,
  type Language,
  type LanguageHints,
} from "../../../../src/mapping/words/language"

describe("the language of the payment page", () => {
  const rows: { given: string; hints: LanguageHints; language: Language }[] = [
    { given: "nothing at all", hints: { locales: [] }, language: "en" },
    { given: "German", hints: { locales: ["de"] }, language: "de" },
    { given: "German of Austria", hints: { locales: ["de-AT"] }, language: "de" },
    { given: "German in capitals", hints: { locales: ["DE"] }, language: "de" },
    {
      given: "German with an underscore",
      hints: { locales: ["de_DE"], country: "us" },
      language: "de",
    },
    {
      given: "English with an underscore",
      hints: { locales: ["en_US"], country: "de" },
      language: "en",
    },
    {
      given: "English, buyer in Germany",
      hints: { locales: ["en"], country: "de" },
      language: "en",
    },
    {
      given: "another language, buyer in Germany",
      hints: { locales: ["fr-FR"], country: "de" },
      language: "en",
    },
    {
      given: "another language that begins like German",
      hints: { locales: ["den"] },
      language: "en",
    },
    { given: "the session before the cart", hints: { locales: ["en", "de"] }, language: "en" },
    {
      given: "the cart where the session says nothing",
      hints: { locales: [undefined, "de"] },
      language: "de",
    },
    {
      given: "the shop's setting",
      hints: { locales: [null], fallback: "de", country: "us" },
      language: "de",
    },
    {
      given: "a locale against the shop's setting",
      hints: { locales: ["en"], fallback: "de" },
      language: "en",
    },
    { given: "a buyer in Austria", hints: { locales: [], country: "AT" }, language: "de" },
    { given: "a buyer in Switzerland", hints: { locales: [], country: "ch" }, language: "de" },
    { given: "a buyer in France", hints: { locales: [], country: "fr" }, language: "en" },
    { given: "no country", hints: { locales: [], country: null }, language: "en" },
  ]
  it.each(rows)("$given: $language", ({ hints, language }) => {
    expect(pickLanguage(hints)).toBe(language)
  })

  it.each([
    [42],
    [{}],
    [["de"]],
    [""],
    ["deutsch"],
    ["<script>"],
    [null],
    [undefined],
    ["-de"],
    [true],
  ])("what is no locale says nothing: %j", (locale) => {
    expect(pickLanguage({ locales: [locale], country: "de" })).toBe("de")
    expect(pickLanguage({ locales: [locale], country: "us" })).toBe("en")
  })
})
