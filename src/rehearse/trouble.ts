/** What is not as it should be; doubles as the code of a sentence in the report. */
export type TroubleCode =
  | "not_offered"
  | "refused"
  | "no_shipping"
  | "no_session"
  | "no_order"
  | "unpaid_order"
  | "no_way_back"
  | "webhook_failed"
  | "notice"
  | "not_captured"
  | "broke"

/** A checkout has not gone as it should. */
export class Trouble extends Error {
  override name = "Trouble"

  constructor(
    readonly code: TroubleCode,
    /** In the words of whoever refused. */
    readonly detail = "",
  ) {
    super(`${code} ${detail}`)
  }
}

/** Why a checkout was left out: no fault of the shop. */
export type SkipCode = "limits" | "sold_out" | "free" | "single_line"

export class Skipped extends Error {
  override name = "Skipped"

  constructor(readonly code: SkipCode) {
    super(code)
  }
}
