import resources from "../../../src/admin/i18n"

/** Every text by its path: `order.title`. */
function flatten(texts: object, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]: [string, unknown]) =>
    typeof text === "object" && text !== null
      ? flatten(text, `${path}${name}.`)
      : [[`${path}${name}`, String(text)] satisfies [string, string]],
  )
}

const en = new Map(flatten(resources.en.secuconnect))
const de = new Map(flatten(resources.de.secuconnect))

const valuesIn = (text = "") => [...text.matchAll(/{{\w+}}/g)].map(([value]) => value).sort()

describe("the admin's texts", () => {
  it("are the same ones in German and English, no more and no less", () => {
    expect([...de.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it.each([...en.keys()])("%s says something in both languages, with the same values", (path) => {
    expect(en.get(path)?.trim()).not.toBe("")
    expect(de.get(path)?.trim()).not.toBe("")
    expect(valuesIn(de.get(path))).toEqual(valuesIn(en.get(path)))
  })
})
