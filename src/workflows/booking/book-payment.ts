import { capturePaymentWorkflow, processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaError, Modules, PaymentActions } from "@medusajs/framework/utils"
import type { Decision } from "../../mapping/decide/decision"
import { unpaidOf } from "../../mapping/decide/order-needs"
import { lastingProblem, problemOf, type Problem } from "../../mapping/words/problem"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { readOrderMoney } from "../../medusa/read-order-money"
import { readMedusaState } from "../../medusa/read-session"
import { withCartLock, withOrderMoneyLock } from "../locks"
import { firstProblem } from "./first-problem"

/**
 * Always `captured`: after `authorized` on a waiting order the core books no transaction. Without
 * its session a payment is captured by its own id: the core would look for any cart.
 */
export async function bookCapture(
  deps: Deps,
  capture: CaptureToBook,
  order_id: string | undefined,
): Promise<Problem | null> {
  if (!order_id) return await bookAlone(deps, capture)
  try {
    // Its payment may come to be only with the capture.
    return await withOrderMoneyLock(deps, { order_id, payment_id: null }, async () => {
      const medusa = await readMedusaState(deps.query, capture.checkout, await deps.ledger.now())
      if (medusa?.payment?.captured) return null
      // Another one may have been booked while this one waited; the next sync finds an orphan.
      if (!medusa?.payment && (await isPaid(deps, order_id, capture.checkout)))
        return lastingProblem(PAID_MEANWHILE)
      return await bookAlone(deps, capture)
    })
  } catch (error) {
    return problemOf(error)
  }
}

const PAID_MEANWHILE = "another payment has just paid for the order"

async function isPaid(deps: Deps, order_id: string, checkout: CheckoutRow): Promise<boolean> {
  const money = await readOrderMoney(deps, order_id, checkout)
  const unpaid = money && unpaidOf(money)
  return unpaid !== null && unpaid <= 0
}

/** `payment_id`: of a payment whose session is gone. */
type CaptureToBook = Omit<Extract<Decision, { act: "book_capture" }>, "act"> & {
  checkout: CheckoutRow
}

async function bookAlone(
  { container }: Deps,
  { checkout, amount, payment_id }: CaptureToBook,
): Promise<Problem | null> {
  const session_id = checkout.payment_session_id
  const { errors } = payment_id
    ? await capturePaymentWorkflow(container).run({ input: { payment_id }, throwOnError: false })
    : await processPaymentWorkflow(container).run({
        input: { action: PaymentActions.SUCCESSFUL, data: { session_id, amount } },
        throwOnError: false,
      })
  return firstProblem(errors)
}

/**
 * Under the order's lock, so that what the order needs is not read in the middle of a booking: a refund
 * is there before its credit line. And under the cart's: of two authorizations at once the core takes
 * one back at secuconnect.
 */
export async function bookAuthorization(
  deps: Deps,
  checkout: CheckoutRow,
  order_id: string | undefined,
): Promise<Problem | null> {
  const { payment_session_id, cart_id } = checkout
  const authorize = () =>
    deps.container.resolve(Modules.PAYMENT).authorizePaymentSession(payment_session_id, {})
  const book = () => (cart_id ? withCartLock(deps, cart_id, authorize) : authorize())
  try {
    if (!order_id) await book()
    else {
      await withOrderMoneyLock(deps, { order_id, payment_id: null }, async () => {
        if (await isTooMuch(deps, checkout, order_id)) throw needsLessNow()
        await book()
      })
    }
    return null
  } catch (error) {
    return problemOf(error)
  }
}

async function isTooMuch(deps: Deps, checkout: CheckoutRow, order_id: string): Promise<boolean> {
  const { payment_session_id, amount } = checkout
  const money = await readOrderMoney(deps, order_id, checkout)
  const unpaid = money && unpaidOf(money)
  if (!money || unpaid === null) return false
  const own = money.payments.some(({ session_id }) => session_id === payment_session_id)
  return !own && amount > unpaid
}

/** The next sync decides anew. */
function needsLessNow() {
  return new MedusaError(MedusaError.Types.CONFLICT, "the order needs less by now")
}
