import { isDeepStrictEqual } from "node:util"

import { startSandbox } from "../../../sandbox/src"
import { oddAnswerNames, oddAnswers, type OddAnswerName } from "../../../sandbox/src/odd-answers"
import { actsFor } from "../../../src/verify/attended/acts"
import { listen } from "../../../src/verify/attended/listener"
import { playAttended } from "../../../src/verify/attended/play-attended"
import { sandboxCustomer } from "../../../src/verify/attended/sandbox-customer"
import { compare, type Played } from "../../../src/verify/compare"
import type { Exchange } from "../../../src/verify/host"
import { startPlay } from "../../../src/verify/play"
import { playUnattended } from "../../../src/verify/play-unattended"

const access = {
  clientId: "client",
  clientSecret: "secret",
  contractId: "GCR_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
  templateId: "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2",
}

/** Everything, played once, as the sandbox says it when nothing is odd. */
async function playOnce(): Promise<Played> {
  const { templateId, ...given } = access
  const sandbox = await startSandbox({ ...given, templateIds: [templateId], pushBackoffMs: [500] })
  const listener = await listen({ port: 0 })
  const play = await startPlay({ ...access, baseUrl: sandbox.url })
  await playUnattended(play)
  const stage = {
    play,
    listener,
    customer: sandboxCustomer(sandbox.url),
    pace: { poll: 50, steady: 100, push: 30_000 },
    expectsPushes: true,
    notes: [],
  }
  await playAttended(stage, actsFor(["creditcard", "invoice", "prepaid"]))
  await listener.close()
  await sandbox.close()
  return { exchanges: play.host.exchanges, known: play.known }
}

/** The same answer in an odd form, where that changes anything. */
function inForm(name: OddAnswerName, exchange: Exchange): Exchange {
  const { request, answer } = exchange
  const line = `${request.method} ${request.path.replace(/^\/api\/v2/, "")}`
  if (answer.status !== 200 || !oddAnswers[name].calls.test(line)) return exchange
  const odd = oddAnswers[name].change({ status: answer.status, body: answer.json })
  if (odd.status === answer.status && isDeepStrictEqual(odd.body, answer.json)) return exchange
  const json: unknown = JSON.parse(JSON.stringify(odd.body))
  return { ...exchange, answer: { ...answer, status: odd.status, json } }
}

describe("an odd form of an answer that the sandbox knows", () => {
  let usual: Played

  beforeAll(async () => {
    usual = await playOnce()
  })

  it("is none of those that it gives when nothing is odd", () => {
    expect(compare(usual, usual)).toEqual([])
  })

  it.each(oddAnswerNames.map((name) => [oddAnswers[name].what, name] as const))(
    "is named at every step that has it: %s",
    (_, name) => {
      const exchanges = usual.exchanges.map((exchange) => inForm(name, exchange))
      const odd = exchanges.filter((exchange, index) => exchange !== usual.exchanges[index])
      expect(odd.length).toBeGreaterThan(0)
      const named = new Set(compare({ ...usual, exchanges }, usual).map(({ step }) => step))
      expect([...named].sort()).toEqual([...new Set(odd.map(({ step }) => step))].sort())
    },
  )
})
