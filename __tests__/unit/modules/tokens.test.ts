import { createReference, createToken, hashToken } from "../../../src/modules/secuconnect/tokens"

const many = <T>(make: () => T) => Array.from({ length: 2_000 }, make)

describe("a token for a return or push address", () => {
  it("is 256 bits that need no encoding in a path", () => {
    for (const token of many(createToken)) {
      expect(token).toMatch(/^[\w-]{43}$/)
      expect(encodeURIComponent(token)).toBe(token)
    }
  })

  it("is never the same twice", () => {
    expect(new Set(many(createToken)).size).toBe(2_000)
  })

  it("uses every character alike at every place but the last, which holds four bits", () => {
    const tokens = many(createToken)
    for (let place = 0; place < 42; place++) {
      expect(new Set(tokens.map((token) => token[place])).size).toBeGreaterThan(55)
    }
  })
})

describe("what is stored of a token", () => {
  it("is its SHA-256, in hexadecimal", () => {
    expect(hashToken("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    )
  })

  it.each([
    ["", "abc"],
    ["abc", "abc "],
    ["abc", "ABC"],
    ["ü", "u\u0308"],
  ])("differs for %j and %j", (one, other) => {
    expect(hashToken(one)).not.toBe(hashToken(other))
  })
})

describe("a reference that people read out", () => {
  it("is ten characters without I, L, O and U", () => {
    for (const reference of many(createReference)) {
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    }
  })

  it("is never the same twice in a shop's life", () => {
    expect(new Set(many(createReference)).size).toBe(2_000)
  })

  it("uses all 32 characters about equally often", () => {
    const counts = new Map<string, number>()
    for (const letter of many(createReference).join("")) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    // 20,000 letters: 625 each, with a standard deviation of 25.
    for (const count of counts.values()) expect(Math.abs(count - 625)).toBeLessThan(175)
  })
})
