import { originOf } from "../../../../src/mapping/request/origins"
import { parseUrl } from "../../../../src/mapping/words/url"
import { resolveBaseUrl } from "../../../../src/secuconnect/environment"

/** More than the calls after which the runtime compiles a function anew. */
const OFTEN = 20_000

const ask = <Answer>(question: () => Answer): Set<Answer> => {
  const answers = new Set<Answer>()
  for (let nth = 0; nth < OFTEN; nth += 1) answers.add(question())
  return answers
}

describe("an address with other letters than ASCII's is the same one however often it is read", () => {
  it.each([
    ["https://bücher.example.com", "https://xn--bcher-kva.example.com/"],
    ["https://shop.example.com/größe", "https://shop.example.com/gr%C3%B6%C3%9Fe"],
    ["https://caf\u00e9.example", "https://xn--caf-dma.example/"],
    ["https://\u043f\u0440\u0438\u043c\u0435\u0440.example", "https://xn--e1afmkfd.example/"],
  ])("%s", (written, href) => {
    expect(ask(() => parseUrl(written)?.href)).toEqual(new Set([href]))
  })

  it("as an origin that a shop allows", () => {
    const origin = "https://xn--bcher-kva.example.com"
    expect(ask(() => originOf("https://bücher.example.com/kasse"))).toEqual(new Set([origin]))
  })

  it("as secuconnect's own", () => {
    const base = resolveBaseUrl("https://prüfstand.example.com")
    expect(ask(() => resolveBaseUrl("https://prüfstand.example.com"))).toEqual(new Set([base]))
  })
})

it.each(["", "shop", "https://", "//example.com", "https://exa mple.com"])(
  "%j is no address",
  (written) => {
    expect(parseUrl(written)).toBeNull()
  },
)
