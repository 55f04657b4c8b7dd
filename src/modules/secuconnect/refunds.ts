import type { MadeRefund, MoneyFacts } from "../../mapping/money/outcome"
import { claimedBy, refundIn } from "../../mapping/money/made-refunds"
import { isDead } from "../../mapping/status/status"
import {
  isOutcomeUnknown,
  type PaymentStatus,
  type PaymentTransaction,
  type SecuconnectClient,
} from "../../secuconnect"
import type { MoneyRequests, Sent } from "./money-requests"
import type { MoneyRequestRow } from "./rows"

/** What is true of the payment at secuconnect that a refund goes to. Minor units. */
export interface RefundTarget {
  target_id: string
  status: PaymentStatus["status_simple"]
  effective: number
  /** Ids of its refunds. */
  refund_ids: string[]
}

type RefundFacts = Omit<MoneyFacts, "is_under_way">

interface Deps {
  client: SecuconnectClient
  requests: MoneyRequests
  /** How long reading may take after an answer got lost, milliseconds. */
  timeoutMs: () => Promise<number>
}

/** Giving back an amount, whoever asks for it: read → write down → send → conclude. */
export class Refunds {
  constructor(private readonly deps: Deps) {}

  /** @throws SecuconnectError when secuconnect cannot be read */
  async readTarget(target_id: string, signal?: AbortSignal): Promise<RefundTarget> {
    const { payments } = this.deps.client
    const call = signal ? { signal } : {}
    const [status, payment] = await Promise.all([
      payments.checkStatus(target_id, call),
      payments.read(target_id, call),
    ])
    const { status_simple, amount } = status
    return { target_id, status: status_simple, effective: amount, refund_ids: childIds(payment) }
  }

  /**
   * What tells what became of a refund that was sent: the effective amount, and the refunds that were
   * not there before.
   *
   * @throws SecuconnectError when secuconnect cannot be read
   */
  async readFacts(
    { target_id, refunds_before }: MoneyRequestRow,
    { claimed, signal }: { claimed: ReadonlySet<string>; signal?: AbortSignal },
  ): Promise<RefundFacts> {
    const { effective, refund_ids } = await this.readTarget(target_id, signal)
    const fresh = refund_ids.filter((id) => !refunds_before.includes(id))
    const refunds = await this.readMade(fresh, signal)
    return { status: null, effective, refunds, claimed }
  }

  /**
   * Sends a refund that is written down, once. After an unclear answer it reads what is true.
   *
   * @throws nothing of the call's: its failure is in the answer. Unclear and not found may still be
   *   carried out: the row then stays open
   */
  async send(request: MoneyRequestRow): Promise<Sent<PaymentTransaction[], RefundFacts>> {
    const { target_id, amount, reason } = request
    const wanted = { reduce_amount_by: amount, ...(reason ? { reason } : {}) }
    return await this.deps.requests.send(request, {
      call: () => this.deps.client.payments.cancel(target_id, wanted),
      refundIn: (answer) => refundIn(answer, request),
      read: (failure) => this.readAfterFailure(request, failure),
    })
  }

  /** One time limit for all of it: whoever asks next relies on when this call has ended. */
  private async readAfterFailure(
    request: MoneyRequestRow,
    failure: unknown,
  ): Promise<RefundFacts | null> {
    if (!isOutcomeUnknown(failure)) return null
    const signal = AbortSignal.timeout(await this.deps.timeoutMs())
    const claimed = claimedBy(await this.deps.requests.list(request.checkout_id))
    return await this.readFacts(request, { claimed, signal })
  }

  /** Those that were refused themselves are left out. */
  private async readMade(ids: string[], signal?: AbortSignal): Promise<MadeRefund[]> {
    const call = signal ? { signal } : {}
    const { payments } = this.deps.client
    const refunds = await Promise.all(ids.map((id) => payments.read(id, call)))
    return refunds
      .filter(({ status_simple }) => !isDead(status_simple))
      .map(({ id, amount }) => ({ id, amount: amount === undefined ? null : Math.abs(amount) }))
  }
}

function childIds({ related }: PaymentTransaction): string[] {
  return related.flatMap(({ id, hierarchy }) => (hierarchy === "child" && id ? [id] : []))
}
