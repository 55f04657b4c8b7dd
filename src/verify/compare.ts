import type { Exchange, HostAnswer } from "./host"
import { unknownStatuses, unreadablePlaces } from "./read-with-client"
import { shapeOf, type KnownTexts, type Shape, type Spot } from "./shape"

/** `grave`: the plugin would not work with it. `note`: more than is expected, which nobody reads. */
export type Weight = "grave" | "differs" | "note"

/** One difference between the host and the sandbox. */
export interface Finding {
  step: string
  /** Where in the answer; `HTTP status` and the like stand in angle brackets. */
  place: string
  /** What the sandbox says there. */
  expected: string
  /** What the host says there. */
  found: string
  weight: Weight
}

/** What one host said, and the texts that are its own. */
export interface Played {
  exchanges: readonly Exchange[]
  known: KnownTexts
}

/** Holds each answer of the host against that of the sandbox to the same step, and against the client. */
export function compare(host: Played, sandbox: Played): Finding[] {
  const expected = new Map(sandbox.exchanges.map((exchange) => [exchange.step, exchange]))
  const played = new Set(host.exchanges.map(({ step }) => step))
  const missing = sandbox.exchanges.filter(({ step }) => !played.has(step))
  return [
    ...host.exchanges.flatMap((exchange) => {
      const model = expected.get(exchange.step)
      const common = model
        ? compareExchange({ host: exchange, sandbox: model }, host.known, sandbox.known)
        : [finding(exchange.step, "<step>", ["not possible", "played", "differs"])]
      return [...common, ...readByClient(exchange)]
    }),
    ...missing.map(({ step }) => finding(step, "<step>", ["played", "not possible", "grave"])),
  ]
}

type Difference = readonly [expected: string, found: string, weight: Weight]

const finding = (step: string, place: string, [expected, found, weight]: Difference): Finding => ({
  step,
  place,
  expected,
  found,
  weight,
})

interface Pair {
  host: Exchange
  sandbox: Exchange
}

function compareExchange(pair: Pair, hostKnown: KnownTexts, sandboxKnown: KnownTexts): Finding[] {
  const { step, answer: found } = pair.host
  const expected = pair.sandbox.answer
  const differences = compareHeads(found, expected)
  if (found.status !== 0 && found.json !== undefined && expected.json !== undefined) {
    const shapes = [shapeOf(expected.json, sandboxKnown), shapeOf(found.json, hostKnown)] as const
    differences.push(...compareShapes(...shapes))
  }
  return differences.map(([place, difference]) => finding(step, place || "<body>", difference))
}

/** Of an answer what is not its body: HTTP status, type, and whether it is JSON at all. */
function compareHeads(found: HostAnswer, expected: HostAnswer): [string, Difference][] {
  const { status } = found
  if (status === 0)
    return [["<HTTP status>", [`${expected.status}`, `none (${found.text})`, "grave"]]]
  const weight = isSuccess(expected.status) && !isSuccess(status) ? "grave" : "differs"
  const heads: [string, string, string, Weight][] = [
    ["<HTTP status>", `${expected.status}`, `${status}`, weight],
    ["<Content-Type>", expected.contentType, found.contentType || "none", "differs"],
    ["<body>", form(expected), form(found), isSuccess(status) ? "grave" : "differs"],
  ]
  return heads.flatMap(([place, wanted, got, how]) =>
    wanted === got ? [] : [[place, [wanted, got, how]]],
  )
}

const form = ({ json }: HostAnswer) => (json === undefined ? "no JSON" : "JSON")
const isSuccess = (status: number) => status >= 200 && status < 300

/** Fields that decide about money: written otherwise, they make an answer unusable. */
const DECISIVE = /^(\[\]\.)?(id|status|amount|currency|basket_info\.(sum|currency))$/

function compareShapes(expected: Shape, found: Shape): [string, Difference][] {
  const differing: [string, Difference][] = []
  for (const place of new Set([...expected.keys(), ...found.keys()])) {
    if (differing.some(([above]) => isBelow(place, above))) continue
    const difference = compareSpots(place, expected.get(place), found.get(place))
    if (difference) differing.push([place, difference])
  }
  return differing
}

const isBelow = (place: string, above: string) =>
  above === "" || place.startsWith(`${above}.`) || place.startsWith(`${above}[]`)

function compareSpots(
  place: string,
  expected: readonly Spot[] | undefined,
  found: readonly Spot[] | undefined,
): Difference | null {
  if (!expected) return ["nothing", kindsOf(found), "note"]
  if (!found) return [kindsOf(expected), "nothing", "differs"]
  if (kindsOf(expected) !== kindsOf(found)) {
    const weight = DECISIVE.test(place) ? "grave" : "differs"
    return [kindsOf(expected), withWords(found), weight]
  }
  const [wanted, got] = [wordsOf(expected), wordsOf(found)]
  return wanted === got ? null : [wanted, got, "differs"]
}

const joined = (texts: (string | undefined)[]) =>
  [...new Set(texts.filter((text) => text !== undefined))].sort().join(" or ")

const kindsOf = (spots: readonly Spot[] | undefined) =>
  joined((spots ?? []).map(({ kind }) => kind))
const wordsOf = (spots: readonly Spot[]) => joined(spots.map(({ word }) => word))

function withWords(spots: readonly Spot[]): string {
  const words = wordsOf(spots)
  return words ? `${kindsOf(spots)} (${words})` : kindsOf(spots)
}

function readByClient({ step, request: { readAs }, answer }: Exchange): Finding[] {
  if (!readAs || !isSuccess(answer.status)) return []
  const places = unreadablePlaces(readAs, answer.json)
  const statuses = unknownStatuses(readAs, answer.json)
  return [
    ...places.map((place) =>
      finding(step, place, ["readable", "not readable by the plugin", "grave"]),
    ),
    ...statuses.map((status) =>
      finding(step, "<status>", ["known", `${status} is not known`, "grave"]),
    ),
  ]
}
