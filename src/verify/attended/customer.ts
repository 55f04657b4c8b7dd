import type { Act } from "./acts"

/** What the customer is asked for. */
export interface Task extends Act {
  /** `3 of 14` */
  count: string
  /** Smart Transaction. */
  id: string
  /** The payment page. */
  link: string
  /** Resolves when the customer's browser has come back. */
  returned: Promise<unknown>
}

/** Whoever pays: a person, or a script at a sandbox. */
export interface Customer {
  /** Resolves when the customer is done with the page, or does not want to. */
  visit(task: Task): Promise<"done" | "skipped">
}
