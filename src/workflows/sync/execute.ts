import { MedusaError, Modules } from "@medusajs/framework/utils"
import { passingProblem, problemOf, type Problem } from "../../mapping/words/problem"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { placesOrder } from "../../mapping/status/session-status"
import { bookAuthorization, bookCapture } from "../booking/book-payment"
import { bookRefund } from "../booking/book-refund"
import { cancelUnpaidOrder } from "../booking/cancel-unpaid-order"
import { completeCart } from "../booking/complete-cart"
import { restoreSession } from "../repair/restore-session"
import { refundUnwanted } from "../booking/refund-unwanted"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"
import { claimWithoutOrder } from "./claim-without-order"
import { isStillDecided } from "./still-decided"
import type { Task } from "./task"

/**
 * Does what was decided.
 *
 * @returns why it did not work; null when nothing was reported
 */
// One case for every decision that does something: cut in two, nobody would see them all.
// eslint-disable-next-line complexity
export async function execute(deps: Deps, task: Task): Promise<Problem | null> {
  const { checkout, decision, medusa, source } = task
  switch (decision.act) {
    case "complete_cart":
      return await completeCart(deps, checkout, decision.cart_id)
    case "book_capture": {
      const capture = { ...decision, checkout }
      return await bookCapture(deps, capture, medusa?.order?.id)
    }
    case "book_authorization":
      return await bookAuthorization(deps, checkout, medusa?.order?.id)
    case "book_refund": {
      const { amount, payment_id } = decision
      return await bookRefund(deps, { checkout, medusa, source, amount, payment_id })
    }
    case "refund_unwanted": {
      const mark = { orphan_resolution: "refund" as const }
      const refund = () => refundUnwanted(deps, { checkout, medusa, source })
      return await claimWithoutOrder(deps, { task, mark }, refund)
    }
    case "fail_session":
      return await failSession(deps, checkout.payment_session_id)
    case "restore_session":
      return await restoreLostSession(deps, task)
    case "cancel_payment":
      return await cancelPayment(deps, decision.payment_id)
    case "cancel_transaction":
      return placesOrder(checkout.status ?? "unknown")
        ? await cancelPromise(deps, task)
        : await cancelTransaction(deps, checkout)
    case "give_up_promise":
      return await cancelPromise(deps, task)
    case "expire_transfer":
      return await expireTransfer(deps, checkout)
    case "cancel_order":
      return await cancelExpired(deps, decision.order_id)
  }
}

/** The payment module itself puts the provider's "error" on the session, and then refuses. */
async function failSession({ container }: Deps, session_id: string): Promise<Problem | null> {
  try {
    await container.resolve(Modules.PAYMENT).authorizePaymentSession(session_id, {})
    return null
  } catch (error) {
    const refused = error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED
    return refused ? null : problemOf(error)
  }
}

/**
 * Under the cart's lock: while an order is being placed on another session, this one is closed already and
 * the order has no payment yet, as if it counted on this one.
 */
async function restoreLostSession(deps: Deps, task: Task): Promise<Problem | null> {
  const { checkout, medusa } = task
  if (!medusa) return null
  const restore = () => restoreSession(deps, checkout, medusa)
  if (!checkout.cart_id) return await restore()
  try {
    return await withCartLock(deps, checkout.cart_id, async () =>
      (await isStillDecided(deps, task)) ? await restore() : null,
    )
  } catch (error) {
    return problemOf(error)
  }
}

/** The payment module asks the provider, which cancels the transaction. */
async function cancelPayment({ container }: Deps, payment_id: string): Promise<Problem | null> {
  try {
    await container.resolve(Modules.PAYMENT).cancelPayment(payment_id)
    return null
  } catch (error) {
    return problemOf(error)
  }
}

async function cancelTransaction(
  { ledger }: Deps,
  { stx_id }: CheckoutRow,
): Promise<Problem | null> {
  if (!stx_id) return null
  try {
    await ledger.client.smartTransactions.cancel(stx_id)
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** Marked first, so that the storefront places no order on it while it is being cancelled. */
async function cancelPromise(deps: Deps, task: Task): Promise<Problem | null> {
  const { checkout } = task
  const mark = { expired_at: checkout.expired_at ?? (await deps.ledger.now()) }
  return await claimWithoutOrder(deps, { task, mark }, () => cancelTransaction(deps, checkout))
}

/** The row first: a read after the call must know that it was us who gave the transfer up. */
async function expireTransfer(deps: Deps, checkout: CheckoutRow): Promise<Problem | null> {
  const expired_at = await deps.ledger.now()
  await deps.ledger.writeCheckout({ id: checkout.id, expired_at })
  return await cancelTransaction(deps, checkout)
}

/** While it waits for another transfer by now, it is decided anew in a moment, once that is written down. */
async function cancelExpired(deps: Deps, order_id: string): Promise<Problem | null> {
  const { reason, problem } = await cancelUnpaidOrder(deps, order_id)
  return reason === "transfer" ? passingProblem("it waits for another transfer") : problem
}
