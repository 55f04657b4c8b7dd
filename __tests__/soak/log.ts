/** What a run has seen: counts, and what must never happen. */
export interface Diary {
  count(what: string): void
  /** Something that is wrong whatever the books say in the end. */
  violation(what: string): void
  /** Refunds of a Smart Transaction, minor units: what is sure, and what may have happened at most. */
  refund(stx: string, asked: { minor: number; sure: boolean }): void
  /** Its order was cancelled: anything up to everything may have been given back. */
  giveUp(stx: string): void
  refundsOf(stx: string): { least: number; most: number }
  readonly violations: readonly string[]
  readonly counts: ReadonlyMap<string, number>
}

export function createDiary(): Diary {
  const counts = new Map<string, number>()
  const violations: string[] = []
  const refunds = new Map<string, { least: number; most: number }>()
  const refundsOf = (stx: string) => refunds.get(stx) ?? { least: 0, most: 0 }
  return {
    counts,
    violations,
    refundsOf,
    count: (what) => counts.set(what, (counts.get(what) ?? 0) + 1),
    violation: (what) => violations.push(what),
    refund(stx, { minor, sure }) {
      const { least, most } = refundsOf(stx)
      refunds.set(stx, { least: least + (sure ? minor : 0), most: most + minor })
    },
    giveUp: (stx) => refunds.set(stx, { ...refundsOf(stx), most: Infinity }),
  }
}
