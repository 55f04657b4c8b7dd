import { setTimeout as sleep } from "node:timers/promises"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { auditCase } from "../../mapping/laws/audit-case"
import type { AuditResult } from "../../mapping/laws/audit-report"
import { causeOf } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps, type Deps } from "../deps"
import { auditedRows, readCases, type OpenCase } from "./read-cases"
import { readOverdueOrders } from "./read-overdue-orders"
import { readUnknownPayments } from "./read-unknown-payments"
import { readSecuconnect } from "./read-secuconnect"

/** Checkouts begun from `from` (included) to `to` (left out); ISO times. */
export interface AuditInput {
  from: string
  to: string
}

const BATCH = 100
const AT_ONCE = 4
/** A shop that is open moves money while it is audited: a broken law must still be broken then. */
const SECOND_LOOK_MS = 5_000

type Found = Pick<AuditResult, "violations" | "known" | "unreadable">

export const auditBooksWorkflowId = "secuconnect-audit-books"

/** Reads the checkouts in batches, secuconnect by a few calls at once; see `auditCase`. */
const auditBooksStep = createStep(
  auditBooksWorkflowId,
  async ({ from, to }: AuditInput, { container }) => {
    const deps = resolveDeps(container)
    const { ledger } = deps
    const elsewhere = await ledger.listElsewhere(ledger.client.baseUrl, { from, to })
    const result: AuditResult = { from, to, checked: 0, elsewhere, ...nothing() }
    const suspects: string[] = []
    const seen = new Set<string>()
    for await (const batch of batches(deps, { from, to })) {
      result.checked += batch.length
      const cases = (await readCases(deps, batch)).filter(({ key }) => !seen.has(key))
      for (const { key } of cases) seen.add(key)
      suspects.push(...(await judgeAll(deps, cases, result)))
    }
    await auditAgain(deps, suspects, result)
    result.violations.push(...(await readUnknownPayments(deps, { from, to })))
    result.violations.push(...(await readOverdueOrders(deps, { from, to })))
    return new StepResponse(result)
  },
)

/**
 * Holds the laws of `docs/operations.md` against what Medusa and secuconnect say of every checkout that
 * was begun in a time span, and of the orders that they belong to. Changes nothing; calls secuconnect
 * about three times for each. Amounts in the result are minor units. What was begun at another secuconnect
 * than the one in use is only counted: `elsewhere`.
 *
 * @example
 * const { result } = await auditBooksWorkflow(deps).run({
 *   input: { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" },
 * })
 * console.log(result.checked, result.violations)
 */
export const auditBooksWorkflow = createWorkflow(auditBooksWorkflowId, (input: AuditInput) => {
  return new WorkflowResponse(auditBooksStep(input))
})

const nothing = (): Found => ({ violations: [], known: [], unreadable: [] })

/** Puts down what is known and what could not be read, and gives a checkout of each suspect. */
async function judgeAll(deps: Deps, cases: OpenCase[], result: AuditResult): Promise<string[]> {
  const suspects: string[] = []
  await eachCase(cases, async (found) => {
    const verdict = await judge(deps, found)
    result.unreadable.push(...verdict.unreadable)
    if (verdict.violations.length === 0) result.known.push(...verdict.known)
    else suspects.push(...found.checkouts.slice(0, 1).map(({ row }) => row.id))
  })
  return suspects
}

/** What is broken only for a moment is not broken. */
async function auditAgain(deps: Deps, suspects: string[], result: AuditResult): Promise<void> {
  if (suspects.length === 0) return
  await sleep(SECOND_LOOK_MS)
  for (let at = 0; at < suspects.length; at += BATCH) {
    const id = suspects.slice(at, at + BATCH)
    const cases = await readCases(deps, await deps.ledger.listCheckouts({ id }, { take: BATCH }))
    await eachCase(cases, async (found) => {
      const { violations, known, unreadable } = await judge(deps, found)
      result.violations.push(...violations)
      result.known.push(...known)
      result.unreadable.push(...unreadable)
    })
  }
}

async function* batches(deps: Deps, { from, to }: AuditInput): AsyncGenerator<CheckoutRow[]> {
  const created_at = { $gte: new Date(from), $lt: new Date(to) }
  const filter = { created_at, ...auditedRows(deps) }
  for (let skip = 0; ; skip += BATCH) {
    const order = { created_at: "ASC", id: "ASC" } as const
    const batch = await deps.ledger.listCheckouts(filter, { order, skip, take: BATCH })
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
  }
}

/** A few at a time. */
async function eachCase(
  cases: OpenCase[],
  work: (found: OpenCase) => Promise<void>,
): Promise<void> {
  const left = [...cases]
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function judge(deps: Deps, { checkouts, ...found }: OpenCase): Promise<Found> {
  const audited = []
  const unreadable: Found["unreadable"] = []
  for (const { row, books } of checkouts) {
    try {
      const secuconnect = await readSecuconnect(deps, row.stx_id ?? "")
      audited.push({ ...row, ...books, secuconnect })
    } catch (error) {
      unreadable.push({ reference: row.reference, cause: causeOf(error) })
    }
  }
  if (unreadable.length > 0) return { ...nothing(), unreadable }
  return { ...auditCase({ ...found, checkouts: audited }), unreadable }
}
