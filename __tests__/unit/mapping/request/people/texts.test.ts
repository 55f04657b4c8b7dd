import fc from "fast-check"
import { LIMITS } from "../../../../../src/mapping/request/limits"
import { limitText } from "../../../../../src/mapping/request/text"

const FAMILY = "👩‍👩‍👧"
const ENGLAND = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"

describe("survives as it was written:", () => {
  it.each([
    ["umlauts", "Jürgen Größe"],
    ["an emoji", "Kaffee ☕️ für 2"],
    ["an emoji with a skin tone", "👍🏽"],
    ["emoji that are joined", `Familie ${FAMILY}`],
    ["a flag of two letters", "🇦🇹"],
    ["a flag that is made with tags", ENGLAND],
    ["Arabic", "محمد عبد الله"],
    ["Persian with its non-joiner", "می‌خواهم"],
    ["Hebrew with a right-to-left mark", "‏שלום (א)"],
    ["Hindi with its joiner", "क्‍ष"],
    ["Chinese, also beyond 16 bits", "𠮷野家 北京"],
    ["Thai", "กรุงเทพฯ"],
    ["Vietnamese", "Nguyễn Thị Ánh"],
    ["apostrophes and hyphens", "O’Neill-D'Arcy"],
    ["what looks like markup", "<b>5 & 6</b>"],
  ])("%s", (_title, text) => {
    expect(limitText(text)).toBe(text)
  })
})

describe("is cleaned:", () => {
  it.each([
    ["control characters", "Max\u0000\u0007\u001b Muster\u0085mann", "Max Muster mann"],
    ["line breaks and tabs", " Max\r\n\tMuster ", "Max Muster"],
    ["blanks of all kinds", "Max\u00a0\u2003\u3000Muster", "Max Muster"],
    ["a byte order mark", "\ufeffMax", "Max"],
    ["a zero-width space", "Ma\u200bx", "Max"],
    ["a soft hyphen", "Donau\u00addampfer", "Donaudampfer"],
    ["an override that turns text around", "Max \u202eretsuM\u202c", "Max retsuM"],
    ["an isolate", "\u2067Max\u2069 Muster", "Max Muster"],
    ["half an emoji", "Max \ud83d Muster", "Max Muster"],
    ["an umlaut that is written as two characters", "Mu\u0308ller", "Müller"],
  ])("%s", (_title, text, clean) => {
    expect(limitText(text)).toBe(clean)
  })
})

describe("is as good as empty:", () => {
  it.each([
    ["null", null],
    ["nothing", undefined],
    ["blanks", " \n\t "],
    ["joiners alone", "\u200d\u200c\u200d"],
    ["a Hangul filler", "\u3164"],
    ["direction marks alone", "\u200e\u200f"],
  ])("%s", (_title, text) => {
    expect(limitText(text)).toBe("")
  })
})

describe("is cut at whole characters:", () => {
  it.each([
    ["plain letters", { text: "abcdef", limit: 4, cut: "abcd" }],
    ["before a blank, without it", { text: "abc def", limit: 4, cut: "abc" }],
    ["before an emoji that does not fit whole", { text: "abc😀", limit: 4, cut: "abc" }],
    ["after an emoji that fits", { text: "abc😀d", limit: 5, cut: "abc😀" }],
    ["before joined emoji", { text: `ab${FAMILY}`, limit: 9, cut: "ab" }],
    ["between two flags", { text: "🇩🇪🇦🇹", limit: 6, cut: "🇩🇪" }],
    ["before a flag of tags", { text: `ab${ENGLAND}`, limit: 10, cut: "ab" }],
    ["before a letter with its marks", { text: "abcq\u0323\u0307", limit: 5, cut: "abc" }],
    ["before a Hindi syllable", { text: "कक्षा", limit: 3, cut: "क" }],
  ])("%s", (_title, { text, limit, cut }) => {
    expect(limitText(text, limit)).toBe(cut)
  })

  it("10,000 letters", () => {
    expect(limitText("x".repeat(10_000))).toBe("x".repeat(LIMITS.text))
  })

  it("a letter with 10,000 marks is longer than any limit and left out", () => {
    expect(limitText(`Anna q${"\u0323".repeat(10_000)}`)).toBe("Anna")
  })

  it("wherever the limit falls, like a cut that counts the characters from the start", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 60 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        expect(limitText(text, limit)).toBe(cutByCounting(limitText(text, 10_000), limit))
      }),
      { numRuns: 500 },
    )
  })
})

it("whatever comes in, what goes out is well-formed, within the limit and clean already", () => {
  const limit = 30
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const out = limitText(text, limit)
      expect(out.length).toBeLessThanOrEqual(limit)
      expect(out).not.toMatch(/[\p{Cs}\p{Cc}]|^\s|\s$|\s\s/u)
      expect(limitText(out, limit)).toBe(out)
    }),
    { numRuns: 500 },
  )
})

it("5,000 names are cleaned in a moment", () => {
  const started = performance.now()
  for (let line = 0; line < 5_000; line++) limitText(`Müller Möbel Ø ${String(line)} ☕️`)
  expect(performance.now() - started).toBeLessThan(1_000)
})

function cutByCounting(text: string, limit: number): string {
  let cut = ""
  for (const { segment } of new Intl.Segmenter("und").segment(text)) {
    if (cut.length + segment.length > limit) break
    cut += segment
  }
  return limitText(cut, limit)
}
