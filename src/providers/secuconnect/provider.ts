import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { providerIdentifier, type Method } from "../../mapping/methods/methods"
import { SESSION_STATUS } from "../../mapping/status/session-status"
import { authorizePayment } from "./authorize-payment"
import { cancelPayment } from "./cancel-payment"
import { capturePayment } from "./capture-payment"
import { resolveDeps, type PaymentCradle } from "./deps"
import { findCheckout } from "./find-checkout"
import { hintFromPush } from "./hint-from-push"
import { isPluginThere } from "./is-plugin-there"
import { ownData, unpaidData } from "../../mapping/views/own-data"
import { MISSING_PLUGIN } from "../../mapping/words/messages"
import { refundPayment } from "./refund/refund-payment"
import { replacePayment } from "./start/replace-payment"
import { requestCancellation } from "./request-cancellation"
import { startPayment } from "./start/start-payment"
import { startUnpaid } from "./start/start-unpaid"

/**
 * Medusa's payment provider for secuconnect Smart Checkout: `pp_secuconnect_secuconnect`. The shopper
 * chooses the method on the payment page; see `methodProvider` for those that lead to one.
 *
 * Reads, calls, maps and returns; what happens by itself (returns, pushes, the schedule) is in the
 * workflows. No method takes the checkout's lock: the core calls them while it holds the cart's.
 *
 * @see https://docs.medusajs.com/resources/references/payment/provider
 */
export class SecuconnectProvider extends AbstractPaymentProvider {
  static override identifier = providerIdentifier("general")

  /**
   * @throws Error where options are given to the provider: they belong to the plugin, which has one set; and
   *   where the plugin is missing
   */
  static override validateOptions(options: Record<string, unknown> | undefined): void {
    const names = Object.keys(options ?? {})
    if (names.length > 0) throw new Error(misplacedOptions(names))
    if (!isPluginThere()) throw new Error(MISSING_PLUGIN)
  }

  /** The one method that payments are made with. */
  protected readonly method: Method | null = null
  private readonly cradle: PaymentCradle

  constructor(cradle: PaymentCradle, options: Record<string, unknown>) {
    super(cradle, options)
    this.cradle = cradle
  }

  /**
   * Creates the Smart Transaction, unless the order comes first. `data` may bring `return_url` and
   * `locale`, nothing more.
   */
  override async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const deps = resolveDeps(this.cradle)
    const start = {
      session_id: String(input.data?.["session_id"]),
      amount: input.amount,
      currency_code: input.currency_code,
      return_url: input.data?.["return_url"],
      locale: input.data?.["locale"],
      method: this.method,
    }
    const status = PaymentSessionStatus.PENDING
    const unpaid = await startUnpaid(deps, start)
    if (unpaid) return { id: unpaid.id, status, data: unpaidData(unpaid) }
    const checkout = await startPayment(deps, start)
    return { id: checkout.id, status, data: ownData(checkout) }
  }

  /** Answers from secuconnect, never from the session's data. */
  override async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return await authorizePayment(resolveDeps(this.cradle), String(input.context?.idempotency_key))
  }

  override async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const capture = { data: input.data, capture_id: input.context?.idempotency_key }
    return { data: await capturePayment(resolveDeps(this.cradle), capture) }
  }

  /** `amount` in major units. */
  override async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const { amount, data, context } = input
    const refund = { amount, data, refund_id: context?.idempotency_key }
    return { data: await refundPayment(resolveDeps(this.cradle), refund) }
  }

  override async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const cancellation = { data: input.data, payment_id: input.context?.idempotency_key }
    return { data: await cancelPayment(resolveDeps(this.cradle), cancellation) }
  }

  /** Never throws and calls nothing: a failure here would break every later change of the cart. */
  override async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    await requestCancellation(this.cradle, input.data)
    return { data: input.data ?? {} }
  }

  /** Called only by this plugin: a new Smart Transaction takes the place of the session's old one. */
  override async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const checkout = await replacePayment(resolveDeps(this.cradle), input, this.method)
    return { status: PaymentSessionStatus.PENDING, data: ownData(checkout) }
  }

  override async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const deps = resolveDeps(this.cradle)
    const checkout = await deps.ledger.refresh(await findCheckout(deps, input.data), "medusa")
    return { data: ownData(checkout) }
  }

  override async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const deps = resolveDeps(this.cradle)
    const checkout = await deps.ledger.refresh(await findCheckout(deps, input.data), "medusa")
    return { status: SESSION_STATUS[checkout.status ?? "unknown"], data: ownData(checkout) }
  }

  /**
   * Medusa's own hook proves nothing and is answered before anything is done, so it moves nothing:
   * a payment that the ledger knows is made due, and the schedule checks it.
   */
  override async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"],
  ): Promise<WebhookActionResult> {
    await hintFromPush(resolveDeps(this.cradle), payload.data)
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

function misplacedOptions(names: string[]): string {
  return (
    `medusa-payment-secuconnect: the payment provider takes no options (${names.join(", ")}). ` +
    "In medusa-config they belong to the plugin's own entry: " +
    'plugins: [{ resolve: "medusa-payment-secuconnect", options: { … } }].'
  )
}
