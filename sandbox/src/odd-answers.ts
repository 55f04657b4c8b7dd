import { oddCalls } from "./odd/calls"
import { Dice } from "./odd/dice"
import type { Answer, OddAnswer } from "./odd/odd-answer"
import { oddPayments } from "./odd/payments"
import { oddTransactions } from "./odd/transactions"

/** Every odd form that an answer can be given, by name. */
export const oddAnswers = { ...oddTransactions, ...oddPayments, ...oddCalls } as const

export type OddAnswerName = keyof typeof oddAnswers

/** The names, in their order. */
export const oddAnswerNames = Object.keys(oddAnswers).filter(isOddAnswerName)

function isOddAnswerName(name: string): name is OddAnswerName {
  return name in oddAnswers
}

/** So many of all answers, 0 to 1, get a form that is thrown for by the seed. */
export interface OddNoise {
  seed: number
  share: number
}

/** What is set; see `SandboxSettings`. */
export interface OddWish {
  oddAnswers: readonly OddAnswerName[]
  oddNoise: OddNoise | null
}

interface Call {
  method: string
  /** Without the query. */
  path: string
}

/** Gives answers their odd forms: always those that are set, and beside them by chance. */
export class OddAnswers {
  private readonly dice = new Dice()

  constructor(private readonly wish: OddWish) {}

  /** The answer as it goes out, and the names of what has changed it. */
  applyTo(answer: Answer, call: Call): { answer: Answer; names: OddAnswerName[] } {
    if (answer.status !== 200) return { answer, names: [] }
    const line = `${call.method} ${call.path.replace(/^\/api\/v2/, "")}`
    const names: OddAnswerName[] = []
    const changed = [...this.wish.oddAnswers, ...this.byChance(line)].reduce((current, name) => {
      const next = change(oddAnswers[name], line, current)
      if (next !== current) names.push(name)
      return next
    }, answer)
    return { answer: changed, names }
  }

  private byChance(line: string): OddAnswerName[] {
    const { oddNoise } = this.wish
    if (!oddNoise || this.dice.throw(oddNoise.seed) >= oddNoise.share) return []
    const fitting = oddAnswerNames.filter((name) => oddAnswers[name].calls.test(line))
    const name = fitting[Math.floor(this.dice.throw(oddNoise.seed) * fitting.length)]
    return name ? [name] : []
  }
}

function change({ calls, change: apply }: OddAnswer, line: string, answer: Answer): Answer {
  return answer.status === 200 && calls.test(line) ? apply(answer) : answer
}
