import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { SecuconnectClient } from "../../secuconnect"
import type { Finding } from "../../mapping/words/findings"
import { isLost } from "../../mapping/status/lost"
import { currencyExponent } from "../../mapping/words/currency"
import { MISSING_CONTRACT } from "../../mapping/words/messages"
import { connect, type Connection } from "./connection"
import type { KnexRepository } from "./checkout-statements"
import { claimDue, type Repository } from "./claim-due"
import { databaseTime } from "./database-time"
import { findDueDeliveries } from "./due-deliveries"
import { requestSync, SYNC_DELAY_MS } from "./events"
import { readLastPush } from "./last-push"
import type { Caching, OfferedMethods } from "./offered-methods"
import type { PaymentSearch } from "./search/payment-filter"
import {
  listPayments,
  searchPayments,
  type FoundPayment,
  type PaymentList,
  type PaymentPage,
} from "./search/payment-search"
import type { SecuconnectOptions } from "./settings/options"
import type { Settings, StoreConfig } from "./settings/settings"
import type { SettingsBook, SettingsBookDeps } from "./settings/settings-book"
import { MoneyRequests } from "./money-requests"
import { Reminders } from "./reminders"
import { OrderLocks } from "./order-locks"
import { PaymentLinks } from "./payment-links"
import type { Refunds } from "./refunds"
import type { BegunCheckout, CheckoutRow, EventDetail, EventSource, NewCheckout } from "./rows"
import { refresh } from "./refresh"
import { isFresh, isUndecided } from "./snapshot"
import { startTransaction, type TransactionStart } from "./start-transaction"
import { Tables } from "./tables"
import { createReference, createToken, hashToken } from "./tokens"
import { Turns } from "./turns"
import { UnpaidOrders } from "./unpaid-orders"

interface ModuleCradle {
  logger: Logger
  /** Every module of a store has it. */
  event_bus?: IEventBusModuleService
  /** There if the store has it configured. */
  caching?: Caching
  configModule: StoreConfig
  baseRepository: Repository & KnexRepository
}

/**
 * The ledger: one row per Smart Transaction that we made, what we learned of it, and every request
 * of ours that moves money. Also the one place that holds the options and the client.
 */
export class SecuconnectModuleService extends Tables {
  /** Every request of ours that moves money. */
  readonly moneyRequests: MoneyRequests
  /** One at a time lets the core write an order's money. */
  readonly orderLocks: OrderLocks
  /** Links through which orders are paid. */
  readonly paymentLinks: PaymentLinks
  /** When customers were reminded of a transfer. */
  readonly reminders: Reminders
  /** How often a checkout is read, and a payment started. */
  readonly turns: Turns
  /** Orders that are placed before they are paid. */
  readonly unpaidOrders: UnpaidOrders
  private readonly connect: (others: Partial<SecuconnectOptions>) => Connection
  private connection: Connection
  private readonly logger: Logger
  private readonly eventBus: IEventBusModuleService | undefined

  constructor(cradle: ModuleCradle, options?: unknown) {
    super(cradle, options)
    this.logger = cradle.logger
    this.eventBus = cradle.event_bus
    this.moneyRequests = new MoneyRequests({
      list: (filters) => this.listMoneyRequests(filters),
      create: async (row) => await this.createMoneyRequests(await this.dated(row)),
      update: (rows) => this.updateMoneyRequests(rows),
      now: () => this.now(),
    })
    this.orderLocks = new OrderLocks(this.repository, this)
    this.paymentLinks = new PaymentLinks(this.repository, this)
    this.reminders = new Reminders(this.repository)
    this.turns = new Turns(this.repository, cradle.event_bus)
    this.unpaidOrders = new UnpaidOrders(this.repository, this)
    const deps = {
      store: cradle.configModule,
      logger: cradle.logger,
      rows: {
        newest: async () => (await this.listSettingsRevisions({}, NEWEST))[0],
        add: (row: Parameters<SettingsBookDeps["rows"]["add"]>[0]) =>
          this.createSettingsRevisions(row),
      },
      requests: this.moneyRequests,
      caching: () => cradle.caching,
    }
    this.connect = (others) => connect(deps, { ...(options ?? {}), ...others })
    this.connection = this.connect({})
  }

  /** secuconnect's API, with the options in force. */
  get client(): SecuconnectClient {
    return this.connection.client
  }

  /** What medusa-config and the settings page say. */
  get settingsBook(): SettingsBook {
    return this.connection.settingsBook
  }

  /** Giving back an amount. */
  get refunds(): Refunds {
    return this.connection.refunds
  }

  /**
   * From now on, and in this process only, everything goes to another host with other options, which win
   * over medusa-config and the settings page: for a rehearsal at a sandbox. Nothing of it is stored.
   *
   * @returns the way back
   * @throws Error when an option is wrong
   */
  connectTo(options: Partial<SecuconnectOptions>): () => void {
    const before = this.connection
    this.connection = this.connect(options)
    return () => void (this.connection = before)
  }

  /** The settings in force: medusa-config, then the settings page, then the defaults. */
  getSettings(): Promise<Settings> {
    return this.settingsBook.current()
  }

  /**
   * The payment methods that the contract has for a currency (ISO 4217, any case), spelled as in
   * `METHODS`, or why secuconnect could not be asked. Never throws; remembered for minutes.
   */
  async listOfferedMethods(currency: string): Promise<OfferedMethods> {
    const { contractId, demo } = await this.getSettings()
    if (!contractId) return { error: MISSING_CONTRACT }
    return await this.connection.offeredMethods.ask({ contractId, currency, is_demo: demo })
  }

  /**
   * The database's time: the only one by which times in the ledger are written and compared, because
   * the clocks of several servers differ.
   */
  async now(): Promise<Date> {
    return await databaseTime(this.repository.getFreshManager())
  }

  /** A new row of the ledger, dated by the database; Medusa would take the server's time. */
  async dated<Row extends object>(row: Row): Promise<Row & { created_at: Date }> {
    return { ...row, created_at: await this.now() }
  }

  /** Writes the row before anything is sent, so that no Smart Transaction can be unknown to us. */
  async beginCheckout(input: NewCheckout): Promise<BegunCheckout> {
    const [returnToken, pushToken] = [createToken(), createToken()]
    const row = {
      ...input,
      currency_exponent: currencyExponent(input.currency_code),
      reference: createReference(),
      base_url: this.client.baseUrl,
      language: "en",
      return_token_hash: hashToken(returnToken),
      push_token_hash: hashToken(pushToken),
    }
    return { checkout: await this.addCheckout(row), returnToken, pushToken }
  }

  /**
   * Creates the Smart Transaction of a row that is written already, see `startTransaction`.
   *
   * @throws whatever kept it from being started; logged and written down already
   */
  async startTransaction(checkout: CheckoutRow, start: TransactionStart): Promise<CheckoutRow> {
    return await startTransaction({ ledger: this, logger: this.logger }, checkout, start)
  }

  async findByReturnToken(token: string): Promise<CheckoutRow | undefined> {
    return (await this.listCheckouts({ return_token_hash: hashToken(token) }, { take: 1 }))[0]
  }

  async findByPushToken(token: string): Promise<CheckoutRow | undefined> {
    return (await this.listCheckouts({ push_token_hash: hashToken(token) }, { take: 1 }))[0]
  }

  /** A page of the payments that fit, see `PaymentSearch`. */
  async searchPayments(search: PaymentSearch, page: PaymentPage): Promise<FoundPayment[]> {
    return await searchPayments(this.repository.getFreshManager(), search, page)
  }

  /** The same with how many fit: exactly up to 1,000. */
  async listPayments(search: PaymentSearch, page: PaymentPage): Promise<PaymentList> {
    return await listPayments(this.repository.getFreshManager(), search, page)
  }

  /** The Smart Transactions of a payment session that can be paid, newest first. */
  async listPayable(paymentSessionId: string): Promise<CheckoutRow[]> {
    // Test payments have no session; nobody may reach them with an empty id.
    if (!paymentSessionId) return []
    return await this.listCheckouts(
      { payment_session_id: paymentSessionId, creation: "open" },
      { order: { created_at: "DESC" } },
    )
  }

  /**
   * Reads secuconnect and writes down what it says. A reading that brings news gives a turn back, see
   * `Turns`: what counts is who asks again and again although nothing happens.
   *
   * @throws SecuconnectError when secuconnect cannot be read; the row then keeps what was read before
   */
  async refresh(
    checkout: CheckoutRow,
    by: EventSource,
    signal?: AbortSignal,
  ): Promise<CheckoutRow> {
    return await refresh({ ledger: this, logger: this.logger }, checkout, { by, signal })
  }

  /**
   * The row as it is when a refresh of the last ten seconds found a payment, else refreshed: an
   * open page can be paid at any moment. One that was read too often lately counts as not paid yet; what
   * was paid is always read, and counted.
   */
  async refreshUnlessFresh(checkout: CheckoutRow, by: EventSource): Promise<CheckoutRow> {
    if (isFresh(checkout, await this.now())) return checkout
    const wait_s = await this.turns.toRead(checkout.id, "completion")
    return wait_s !== null && isUndecided(checkout) ? checkout : await this.refresh(checkout, by)
  }

  /** All that can be paid of several sessions; as it was where secuconnect cannot be read now. */
  async refreshSessions(payment_session_id: string[], by: EventSource): Promise<CheckoutRow[]> {
    if (payment_session_id.length === 0) return []
    const rows = await this.listCheckouts({ payment_session_id, creation: "open" })
    return await Promise.all(rows.map((row) => this.refreshUnlessFresh(row, by).catch(() => row)))
  }

  /** Those among these checkouts whose money counts as none where Medusa has captured it, see `isLost`. */
  async listLost(id: string[]): Promise<string[]> {
    if (id.length === 0) return []
    return (await this.listCheckouts({ id })).filter(isLost).map((row) => row.id)
  }

  /** Takes checkouts whose check is due, see `claimDue`. */
  async claimDue(limit: number): Promise<string[]> {
    return await claimDue(this.repository, { base_url: this.client.baseUrl, limit })
  }

  /** Checkouts at this secuconnect that have a report of a delivery to repeat, see `findDueDeliveries`. */
  async findDueDeliveries(limit: number): Promise<string[]> {
    return await findDueDeliveries(this.repository, { base_url: this.client.baseUrl, limit })
  }

  /** When secuconnect last told the shop of a change; null when it never has. */
  async readLastPush(): Promise<Date | null> {
    return await readLastPush(this.repository, this.client.baseUrl)
  }

  /**
   * Marks Smart Transactions to be cancelled. It is done in a moment, outside this request, and by
   * the schedule if that fails. The rows stay: a late payment must find them.
   *
   * @param superseded_by the checkout that took their place in the same session
   */
  async requestCancellation(ids: string[], superseded_by?: string): Promise<void> {
    const cancel_requested_at = await this.now()
    await this.checkSoon(ids, { cancel_requested_at, ...(superseded_by && { superseded_by }) })
  }

  /** Has checkouts synced in a moment, outside this request, and by the schedule if that fails. */
  async checkSoon(ids: string[], mark: Partial<CheckoutRow> = {}): Promise<void> {
    if (ids.length === 0) return
    const due_at = mark.cancel_requested_at ?? (await this.now())
    await this.updateCheckouts(ids.map((id) => ({ id, due_at, ...mark })))
    await requestSync(this.eventBus, ids, SYNC_DELAY_MS)
  }

  /** Adds a line to the checkout's history. */
  async note(
    checkout_id: string,
    source: EventSource,
    event: { finding: Finding; detail?: EventDetail },
  ): Promise<void> {
    await this.addCheckoutEvent({ checkout_id, source, detail: null, ...event })
  }
}

const NEWEST = { order: { revision: "DESC" }, take: 1 } as const
