import { type ReactElement, useId } from "react"

import type { StorePaymentMethod } from "../../http-types"
import { type Spoken, textsOf } from "./texts"

export interface PaymentMethodsProps extends Spoken {
  methods: readonly StorePaymentMethod[]
  /** The `provider_id` of the one that is chosen. */
  chosen: string | null
  onChoose: (provider_id: string) => void
  /** While a payment is being started. */
  isDisabled?: boolean | undefined
  className?: string | undefined
}

/**
 * The ways to pay, one to be chosen. To style: `[data-part="payment-method"]`, `[data-state="checked"]`,
 * and the parts `method-icon`, `method-text`, `method-name` and `method-description` in it.
 */
export function PaymentMethods({
  methods,
  chosen,
  onChoose,
  isDisabled,
  className,
  ...spoken
}: PaymentMethodsProps): ReactElement {
  const group = useId()
  return (
    <fieldset data-part="payment-methods" className={className} disabled={isDisabled}>
      <legend>{textsOf(spoken).methods}</legend>
      {methods.map(({ provider_id, method, name, description, icon }) => (
        <label
          key={provider_id}
          data-part="payment-method"
          data-method={method}
          data-state={provider_id === chosen ? "checked" : "unchecked"}
        >
          <input
            type="radio"
            name={group}
            value={provider_id}
            checked={provider_id === chosen}
            onChange={() => onChoose(provider_id)}
          />
          <img data-part="method-icon" src={icon} alt="" />
          <span data-part="method-text">
            <strong data-part="method-name">{name}</strong>{" "}
            <small data-part="method-description">{description}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
