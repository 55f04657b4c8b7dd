import type { Logger } from "@medusajs/framework/types"
import { SecuconnectModuleService } from "../../../../src/modules/secuconnect/service"
import type { CheckoutRow, MoneyRequestRow } from "../../../../src/modules/secuconnect/types"
import type { ProviderDeps } from "../../../../src/providers/secuconnect/deps"
import { MemoryTable } from "./tables"

type NewMoneyRequest = Pick<MoneyRequestRow, "kind" | "amount" | "amount_before"> &
  Partial<MoneyRequestRow>

export interface Bench extends ProviderDeps, LockBench {
  checkout: CheckoutRow
  /** What Query knows, by entity; and what it was asked. */
  known: Record<string, unknown[]>
  asked: { entity: string; filters: Record<string, unknown> }[]
  log: string[]
  /** Adds the row of a Smart Transaction, newest last. */
  addCheckout(fields?: Partial<CheckoutRow>): Promise<CheckoutRow>
  /** Adds the row of an earlier request of ours, an hour old unless said otherwise. */
  addRequest(fields: NewMoneyRequest): Promise<MoneyRequestRow>
  requests(): Promise<MoneyRequestRow[]>
  /** Time passes until no request can be under way any more. */
  age(): Promise<void>
  /** What the database takes for now: the tests' own clock, whatever `Date` says. */
  databaseTime(): Date
  /** So many ms pass for the database. */
  pass(ms: number): Promise<void>
  /** The row as it is now. */
  read(id?: string): Promise<CheckoutRow>
}

interface OpenLedger extends ProviderDeps, LockBench {
  database: DatabaseClock
  known: Bench["known"]
  asked: Bench["asked"]
  log: string[]
}

/** The real ledger and the real client, over a memory instead of the database. */
export function openLedger(vendorUrl: string, timeoutMs = 20_000): OpenLedger {
  const log: string[] = []
  const logger = loggerInto(log)
  const lock = memoryLock()
  const database = new DatabaseClock()
  const ledger = new SecuconnectModuleService(cradleWith(logger, { lock, database }), {
    clientId: "id",
    clientSecret: "s3cret",
    environment: vendorUrl,
    contractId: "GCR_1",
    backendUrl: "https://api.example.com",
    timeoutMs,
  })
  inMemory(ledger)
  const known: Bench["known"] = {}
  const asked: Bench["asked"] = []
  const query: ProviderDeps["query"] = {
    graph: ({ entity, filters }) => {
      asked.push({ entity, filters })
      return Promise.resolve({ data: known[entity] ?? [] })
    },
  }
  return Object.assign(lock, { ledger, query, logger, log, known, asked, database })
}

/** A ledger with the row of `STX_1`, looked at once. */
export async function openBench(vendorUrl: string): Promise<Bench> {
  const opened = openLedger(vendorUrl)
  const { ledger } = opened
  const addCheckout = async (fields: Partial<CheckoutRow> = {}) => {
    const begun = { payment_session_id: "payses_1", ...expected }
    const { checkout } = await ledger.beginCheckout(begun)
    const open = { creation: "open" as const, stx_id: "STX_1", ...fields }
    return await ledger.refresh(
      await ledger.updateCheckouts({ id: checkout.id, ...open }),
      "medusa",
    )
  }
  const checkout = await addCheckout()
  return Object.assign(opened, {
    checkout,
    addCheckout,
    addRequest: (fields: NewMoneyRequest) => {
      const earlier = { checkout_id: checkout.id, target_id: "PCI_1", created_at: LONG_AGO }
      return ledger.createMoneyRequests({ ...earlier, ...fields })
    },
    requests: () => ledger.listMoneyRequests(),
    databaseTime: () => opened.database.now(),
    pass: (ms: number) => {
      opened.database.passed += ms
      return Promise.resolve()
    },
    age: async () => {
      const rows = await ledger.listMoneyRequests()
      await ledger.updateMoneyRequests(rows.map(({ id }) => ({ id, created_at: LONG_AGO })))
    },
    read: (id = checkout.id) => ledger.retrieveCheckout(id),
  })
}

/** Single rows are written by statements of the ledger's own. */
function inMemory(ledger: SecuconnectModuleService): void {
  ledger.addCheckout = async (row) => await ledger.createCheckouts(await ledger.dated(row))
  ledger.addCheckoutEvent = async (event) => {
    await ledger.createCheckoutEvents(await ledger.dated(event))
  }
  ledger.writeCheckout = (change) => ledger.updateCheckouts(change)
}

/** Whatever was sent then has ended. */
const LONG_AGO = new Date(Date.now() - 3_600_000)

const expected = { amount: 4485, currency_code: "eur", contract_id: "GCR_1", is_demo: false }

/** Runs on, and is not moved by a test that sets `Date`. */
class DatabaseClock {
  passed = 0

  now(): Date {
    return new Date(performance.timeOrigin + performance.now() + this.passed)
  }
}

interface Database {
  lock: LockBench
  database: DatabaseClock
}

function cradleWith(logger: Logger, { lock, database }: Database) {
  return {
    logger,
    configModule: {},
    baseRepository: {
      getFreshManager: () => ({
        execute: executeIn({ lock, database }),
        getKnex: () => ({ raw: () => Promise.reject(new Error("See inMemory.")) }),
      }),
      // As from the database: nobody else holds the same object.
      serialize: (rows: unknown) => Promise.resolve(structuredClone(rows)),
    },
    secuconnectCheckoutService: new MemoryTable(() => ({
      creation: "creating",
      payments: null,
      payment_ids: [],
      stx_id: null,
      status: null,
      mismatch: null,
      unclear_since: null,
      dispute: null,
      checked_at: null,
      checkout_url: null,
      trans_id: null,
      method: null,
      cancel_requested_at: null,
      superseded_by: null,
      order_id: null,
      order_display_id: null,
      instructions: null,
      effective_amount: null,
      amount_due: null,
      started_session_id: null,
      surplus_amount: 0,
      is_booked: false,
      waiting_since: null,
      reminded_at: null,
      expired_at: null,
      orphan_resolution: null,
      is_test_payment: false,
      attention: null,
      due_at: null,
      checks: 0,
    })),
    secuconnectSettingsRevisionService: new MemoryTable(() => ({})),
    secuconnectCheckoutEventService: new MemoryTable(() => ({})),
    secuconnectUnpaidOrderService: new MemoryTable(() => ({
      ...{ order_id: null, placed_at: null, due_at: null, ended_at: null, ended_reason: null },
      problem: null,
    })),
    secuconnectMoneyRequestService: new MemoryTable(newRequest, isSecondRefund),
  }
}

/** An order's lock that is free, or that the provider's caller holds. */
export interface LockBench {
  isLocked: boolean
  /** Happens when the provider takes the lock itself. */
  onTake: () => void
  /** What was done with the lock. */
  locks: string[]
}

function memoryLock(): LockBench {
  return { isLocked: false, onTake: () => undefined, locks: [] }
}

function executeIn({ lock: bench, database }: Database) {
  const row = [{ id: "order_1" }]
  return (sql: string): Promise<unknown[]> => {
    // Nobody has read anything lately.
    if (sql.includes("secuconnect_turn")) return Promise.resolve(row)
    if (sql.includes("clock_timestamp()")) return Promise.resolve([{ now: database.now() }])
    if (sql.includes("INSERT INTO")) {
      bench.locks.push("take")
      bench.onTake()
      return Promise.resolve(row)
    }
    bench.locks.push(sql.includes("DELETE") ? "release" : "covers")
    return Promise.resolve(bench.isLocked ? row : [])
  }
}

function newRequest() {
  const unknown = { medusa_id: null, reason: null, refund_payment_id: null }
  return { state: "open", refunds_before: [], ...unknown }
}

/** As the database's index has it: one open request that gives money back at a time. */
function isSecondRefund(row: Record<string, unknown>, others: Record<string, unknown>[]): boolean {
  const counts = ({ kind, state }: Record<string, unknown>) =>
    (kind === "refund" || kind === "cancel") && state === "open"
  const beside = others.filter(({ checkout_id }) => checkout_id === row["checkout_id"])
  return counts(row) && beside.some(counts)
}

function loggerInto(log: string[]): Logger {
  const write = (message: string | Error) => {
    log.push(String(message))
  }
  const nothing = () => undefined
  return {
    panic: nothing,
    shouldLog: () => true,
    setLogLevel: nothing,
    unsetLogLevel: nothing,
    activity: () => "",
    progress: nothing,
    error: write,
    failure: () => ({}),
    success: () => ({}),
    silly: nothing,
    debug: nothing,
    verbose: nothing,
    http: nothing,
    info: nothing,
    warn: write,
    log: nothing,
  } satisfies Logger
}
