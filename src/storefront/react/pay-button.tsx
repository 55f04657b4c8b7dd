import type { ReactElement } from "react"

import type { Failure } from "../failure"
import { type Spoken, textsOf } from "./texts"

export interface PayButtonProps extends Spoken {
  /** `isBusy` of `usePay`. */
  isBusy: boolean
  /** `failure` of `usePay`, read out under the button. */
  failure?: Failure | null | undefined
  /** Unless given, the button submits the form around it. */
  onPay?: (() => void) | undefined
  /** Nothing is chosen yet, or the terms are not accepted. */
  isDisabled?: boolean | undefined
  className?: string | undefined
}

/**
 * The button that orders. Its German text is one of those that the law takes (§ 312j BGB); a shop's own
 * must say that the order is to be paid, too. To style: `[data-part="pay-button"]`, `[data-state="busy"]`,
 * `[data-part="pay-failure"]`.
 */
export function PayButton({
  isBusy,
  failure,
  onPay,
  isDisabled = false,
  className,
  ...spoken
}: PayButtonProps): ReactElement {
  return (
    <>
      <button
        type={onPay ? "button" : "submit"}
        data-part="pay-button"
        data-state={isBusy ? "busy" : "idle"}
        className={className}
        disabled={isBusy || isDisabled}
        aria-busy={isBusy}
        onClick={onPay}
      >
        {textsOf(spoken).pay}
      </button>
      {failure && (
        <p data-part="pay-failure" data-code={failure.code} role="alert">
          {failure.message}
        </p>
      )}
    </>
  )
}
