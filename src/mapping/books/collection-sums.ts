import type { BigNumberInput } from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { totalInMinorUnits } from "../money/totals"
import type { PaymentBooking } from "./order-transactions"

/** A payment collection of Medusa's, with everything in it. Major units, unrounded. */
export interface CountedCollection {
  currency_code: string
  authorized_amount: BigNumberInput
  captured_amount: BigNumberInput
  refunded_amount: BigNumberInput
  /** An edit of the order has put another in its place: what was authorized is not counted any more. */
  canceled: boolean
  sessions: { status: string; amount: BigNumberInput; authorized_at: Date | null }[]
  payments: { captures: PaymentBooking[]; refunds: PaymentBooking[] }[]
}

/** How a collection's own sums differ from what is in it. */
export type CollectionSums = "right" | "wrong" | "on its way"

/**
 * Compares what a payment collection says was authorized, captured and refunded, from which Medusa has
 * the order's payment status, with its sessions, captures and refunds. The core writes these first and
 * counts after the provider has answered.
 *
 * @param before what was begun since then may still be counted, or be taken back
 */
export function collectionSums(collection: CountedCollection, before: Date): CollectionSums {
  const uncounted = [...uncountedBookings(collection), ...uncountedSessions(collection)]
  if (uncounted.length === 0) return "right"
  const times = uncounted.flatMap(({ times }) => times)
  return times.some((time) => time >= before) ? "on its way" : "wrong"
}

interface Uncounted {
  /** When what should have been counted was written. */
  times: Date[]
}

function uncountedBookings(collection: CountedCollection): Uncounted[] {
  const { payments, currency_code, captured_amount, refunded_amount } = collection
  const captures = payments.flatMap((payment) => payment.captures)
  const refunds = payments.flatMap((payment) => payment.refunds)
  const isSame = (rows: PaymentBooking[], amount: BigNumberInput) =>
    totalInMinorUnits(rows, currency_code) === totalInMinorUnits([{ amount }], currency_code)
  if (isSame(captures, captured_amount) && isSame(refunds, refunded_amount)) return []
  return [{ times: [...captures, ...refunds].map(({ created_at }) => created_at) }]
}

/** More is authorized than was counted; what was counted stays when its session is deleted. */
function uncountedSessions(collection: CountedCollection): Uncounted[] {
  const { canceled, sessions, currency_code, authorized_amount } = collection
  if (canceled) return []
  const authorized = sessions.filter(
    ({ status }) => status === PaymentSessionStatus.AUTHORIZED.valueOf(),
  )
  const counted = totalInMinorUnits([{ amount: authorized_amount }], currency_code)
  if (totalInMinorUnits(authorized, currency_code) <= counted) return []
  return [{ times: authorized.flatMap(({ authorized_at }) => authorized_at ?? []) }]
}
