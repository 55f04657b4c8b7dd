import type { FindConfig } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import {
  insertCheckout,
  insertCheckoutEvent,
  updateCheckout,
  type KnexRepository,
  type NewCheckoutEvent,
  type NewRow,
  type RowChange,
} from "./checkout-statements"
import type { Repository } from "./claim-due"
import { listElsewhere, type Elsewhere, type Span } from "./elsewhere"
import { Checkout } from "./models/checkout"
import { CheckoutEvent } from "./models/checkout-event"
import { DeliveryReport } from "./models/delivery-report"
import { MoneyRequest } from "./models/money-request"
import { OrderLock } from "./models/order-lock"
import { PaymentLink } from "./models/payment-link"
import { SettingsRevision } from "./models/settings-revision"
import { Turn } from "./models/turn"
import { UnpaidOrder } from "./models/unpaid-order"
import type { CheckoutRow } from "./rows"

/** The ledger's tables. What Query calls is named after the model, see `src/links`. */
export class Tables extends MedusaService({
  Checkout,
  CheckoutEvent,
  DeliveryReport,
  MoneyRequest,
  OrderLock,
  PaymentLink,
  SettingsRevision,
  Turn,
  UnpaidOrder,
}) {
  protected readonly repository: Repository & KnexRepository

  constructor(cradle: { baseRepository: Repository & KnexRepository }, options?: unknown) {
    super(cradle, options)
    this.repository = cradle.baseRepository
  }

  /** A new row, see `insertCheckout`. */
  async addCheckout(row: NewRow): Promise<CheckoutRow> {
    return await insertCheckout(this.repository, row)
  }

  /** Changes one row, see `updateCheckout`. */
  async writeCheckout(change: RowChange): Promise<CheckoutRow> {
    return await updateCheckout(this.repository, change)
  }

  /** A line of a checkout's history, see `insertCheckoutEvent`. */
  async addCheckoutEvent(event: NewCheckoutEvent): Promise<void> {
    await insertCheckoutEvent(this.repository, event)
  }

  /** How many checkouts are at another secuconnect than this one, see `listElsewhere`. */
  async listElsewhere(base_url: string, span: Span): Promise<Elsewhere[]> {
    return await listElsewhere(this.repository, base_url, span)
  }

  /** For Query: a checkout without what nobody but the plugin needs. */
  async listSecuconnectCheckouts(
    filters?: Record<string, unknown>,
    config?: FindConfig<CheckoutRow>,
  ): Promise<Partial<CheckoutRow>[]> {
    return (await this.listCheckouts(filters, config)).map(withoutSecrets)
  }

  /** The same a page at a time. */
  async listAndCountSecuconnectCheckouts(
    filters?: Record<string, unknown>,
    config?: FindConfig<CheckoutRow>,
  ): Promise<[Partial<CheckoutRow>[], number]> {
    const [rows, count] = await this.listAndCountCheckouts(filters, config)
    return [rows.map(withoutSecrets), count]
  }
}

/** Hashes of tokens and of what the customer was shown. */
function withoutSecrets(row: CheckoutRow): Partial<CheckoutRow> {
  const readable: Partial<CheckoutRow> = { ...row }
  delete readable.return_token_hash
  delete readable.push_token_hash
  delete readable.digest
  return readable
}
