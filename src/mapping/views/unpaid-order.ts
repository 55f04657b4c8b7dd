/** An order that was placed before its payment, as it is shown. */
export interface UnpaidOrderView {
  /** When it is cancelled unless it is paid. */
  cancel_at: Date
  /** Why it was not cancelled though that time is over, in one line. */
  problem: string | null
}
