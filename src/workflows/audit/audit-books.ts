import { setTimeout as sleep } from "node:timers/promises"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { compareBooks, type Comparison } from "../../mapping/books/audit"
import type { AuditResult } from "../../mapping/books/audit-report"
import { causeOf } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { readBooks } from "./read-books"
import { readMoney } from "./read-money"
import { resolveDeps, type Deps } from "../deps"

/** Checkouts begun from `from` (included) to `to` (left out); ISO times. */
export interface AuditInput {
  from: string
  to: string
}

const BATCH = 100
const AT_ONCE = 4
/** A shop that is open moves money while it is audited: a difference must still be there then. */
const SECOND_LOOK_MS = 5_000

type Found = Pick<AuditResult, "differences" | "known" | "unreadable">

export const auditBooksWorkflowId = "secuconnect-audit-books"

/** Reads the checkouts in batches, secuconnect by a few calls at once; see `compareBooks`. */
const auditBooksStep = createStep(
  auditBooksWorkflowId,
  async ({ from, to }: AuditInput, { container }) => {
    const result: AuditResult = { from, to, checked: 0, ...nothing() }
    const suspects: string[] = []
    for await (const batch of batches(resolveDeps(container), { from, to })) {
      const found = await auditBatch(resolveDeps(container), batch)
      result.checked += batch.length
      suspects.push(...suspectsOf(batch, found))
      result.known.push(...found.known)
      result.unreadable.push(...found.unreadable)
    }
    await auditAgain(resolveDeps(container), suspects, result)
    return new StepResponse(result)
  },
)

/**
 * Compares ledger, Medusa and secuconnect for every checkout that was begun in a time span. Changes
 * nothing; calls secuconnect about three times for each. Amounts in the result are minor units.
 *
 * @example
 * const { result } = await auditBooksWorkflow(deps).run({
 *   input: { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" },
 * })
 * console.log(result.checked, result.differences)
 */
export const auditBooksWorkflow = createWorkflow(auditBooksWorkflowId, (input: AuditInput) => {
  return new WorkflowResponse(auditBooksStep(input))
})

const nothing = (): Found => ({ differences: [], known: [], unreadable: [] })

function suspectsOf(batch: CheckoutRow[], { differences }: Found): string[] {
  const references = new Set(differences.map(({ reference }) => reference))
  return batch.filter(({ reference }) => references.has(reference)).map(({ id }) => id)
}

/** What differs only for a moment is no difference. */
async function auditAgain(deps: Deps, suspects: string[], result: AuditResult): Promise<void> {
  if (suspects.length === 0) return
  await sleep(SECOND_LOOK_MS)
  const { ledger } = deps
  for (let at = 0; at < suspects.length; at += BATCH) {
    const id = suspects.slice(at, at + BATCH)
    const found = await auditBatch(deps, await ledger.listCheckouts({ id }, { take: BATCH }))
    result.differences.push(...found.differences)
    result.unreadable.push(...found.unreadable)
    const told = new Set(result.known.map(({ reference }) => reference))
    result.known.push(...found.known.filter(({ reference }) => !told.has(reference)))
  }
}

/** Everything that was really made at the secuconnect that is in use; test payments of the settings page are not. */
async function* batches(deps: Deps, { from, to }: AuditInput): AsyncGenerator<CheckoutRow[]> {
  const { ledger } = deps
  const filter = {
    created_at: { $gte: new Date(from), $lt: new Date(to) },
    creation: "open" as const,
    is_test_payment: false,
    base_url: ledger.client.baseUrl,
  }
  for (let skip = 0; ; skip += BATCH) {
    const order = { created_at: "ASC", id: "ASC" } as const
    const batch = await ledger.listCheckouts(filter, { order, skip, take: BATCH })
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
  }
}

async function auditBatch(deps: Deps, batch: CheckoutRow[]): Promise<Found> {
  const found = nothing()
  const books = await readBooks(deps, batch)
  const left = [...batch]
  const work = async () => {
    for (let row = left.shift(); row; row = left.shift()) {
      const booked = books.get(row.id)
      if (booked) collect(found, await compareOne(deps, row, booked))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return found
}

function collect(found: Found, one: Found): void {
  found.differences.push(...one.differences)
  found.known.push(...one.known)
  found.unreadable.push(...one.unreadable)
}

type Books = Awaited<ReturnType<typeof readBooks>> extends Map<string, infer B> ? B : never

async function compareOne(deps: Deps, row: CheckoutRow, books: Books): Promise<Found> {
  const { reference, currency_code } = row
  try {
    const secuconnect = await readMoney(deps, row)
    const compared: Comparison = compareBooks({ reference, currency_code, ...books, secuconnect })
    return { ...compared, unreadable: [] }
  } catch (error) {
    return { ...nothing(), unreadable: [{ reference, cause: causeOf(error) }] }
  }
}
