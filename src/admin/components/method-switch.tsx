import { Switch, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminRegionMethod } from "../../http-types"
import { useWords } from "../lib/use-words"
import { MethodName } from "./method-name"

interface MethodSwitchProps {
  method: AdminRegionMethod
  currency: string
  isBusy: boolean
  flip: (enabled: boolean) => void
}

/** One method; what cannot be switched on is grey and says why. It can always be switched off. */
export function MethodSwitch({ method, currency, isBusy, flip }: MethodSwitchProps) {
  const { say } = useWords()
  const id = useId()
  const { obstacle, enabled } = method
  const reasons = {
    not_offered: say("regions.notOffered"),
    currency_refused: say("regions.currencyRefused", { currency: currency.toUpperCase() }),
    not_for_currency: say("regions.notOfferedForCurrency", { currency: currency.toUpperCase() }),
  }
  return (
    <div className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex flex-col gap-y-1">
        <span id={id}>
          <MethodName method={method.method} generalName={say("regions.general")} />
        </span>
        {obstacle === null ? null : (
          <Text id={`${id}-reason`} size="small" className="text-ui-fg-subtle">
            {reasons[obstacle]}
          </Text>
        )}
      </div>
      <Switch
        checked={enabled}
        disabled={isBusy || (obstacle !== null && !enabled)}
        aria-labelledby={id}
        aria-describedby={obstacle === null ? undefined : `${id}-reason`}
        onCheckedChange={flip}
      />
    </div>
  )
}
