import fc from "fast-check"
import { splitStreet } from "../../../../../src/mapping/request/street"
import { limitText } from "../../../../../src/mapping/request/text"

const splitting = fc.constantFrom("DE", "AT", "CH", "LI")

const name = fc.constantFrom(
  "Musterstr.",
  "Straße des 17. Juni",
  "Straße 12",
  "C 4",
  "Am Alten Markt",
  "Rue du 31-Décembre",
  "Haus",
  "An der B 96",
  "Packstation",
  "🏠weg",
)
const gap = fc.constantFrom(" ", ", ", "", " , ", "  ", " Nr. ", " / ")
const number = fc.constantFrom(
  "11",
  "11a",
  "3-5",
  "3/2/11",
  "12 1/2",
  "0",
  "12345",
  "11 a - 13 b",
  "x",
)
const rest = fc.constantFrom(
  "",
  " ",
  ", 2. OG",
  "/Top 5",
  " Hinterhof",
  " c/o Meier",
  ", 12345 Berlin",
)

const lookingLikeStreets = fc.tuple(name, gap, number, rest).map((parts) => parts.join(""))
const anything = fc.string({ unit: "grapheme", maxLength: 120 })

const withoutGaps = (text: string) => text.replace(/[\s,]/g, "")

it("splitting loses nothing but blanks and a comma, and keeps the order", () => {
  fc.assert(
    fc.property(fc.oneof(lookingLikeStreets, anything), splitting, (written, country) => {
      const line = limitText(written)
      const { street, street_number = "" } = splitStreet(line, country)
      expect(withoutGaps(street + street_number)).toBe(withoutGaps(line))
    }),
    { numRuns: 500 },
  )
})

it("a plain street with a plain number is always split where it was put together", () => {
  const word = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{2,12}$/)
  const kind = fc.constantFrom("straße", "strasse", "str.", "weg", "platz", "gasse", "allee")
  const house = fc.tuple(
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom("", "a", "B", "-1", "/2"),
  )
  fc.assert(
    fc.property(word, kind, house, splitting, (...[start, end, [digits, suffix], country]) => {
      const [street, street_number] = [start + end, `${String(digits)}${suffix}`]
      expect(splitStreet(`${street} ${street_number}`, country)).toEqual({ street, street_number })
    }),
    { numRuns: 500 },
  )
})

it("a line that was written to slow us down is split as fast as any other", () => {
  const lines = ["1 a/1-", "a 1 ", "a 1/", " , ,1", "1 haus ", "a5 bis ", "a.1 ", "Nr. 1 "]
  const started = performance.now()
  for (const piece of lines) splitStreet(limitText(piece.repeat(200)), "DE")
  expect(performance.now() - started).toBeLessThan(1_000)
})
