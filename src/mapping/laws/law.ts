/** A law that always holds, as whoever finds it broken reads it. */
export interface Law {
  /** What is always true. */
  law: string
  /** What is the case instead. */
  broken: string
  todo: string
  /** Counts things, not money. */
  counts?: true
  /** Attentions of the ledger that say so: a person knows already. */
  told_by?: readonly string[]
}
