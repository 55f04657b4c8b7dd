import {
  BuildingTax,
  CalendarMini,
  Cash,
  CreditCard,
  DocumentText,
  Paypal,
  ShoppingCart,
} from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ComponentType } from "react"
import { methods } from "../i18n/en/methods"
import { isNameOf } from "../lib/is-name-of"
import { useWords } from "../lib/use-words"

const ICONS: Partial<Record<keyof typeof methods, ComponentType>> = {
  general: ShoppingCart,
  creditcard: CreditCard,
  debit: BuildingTax,
  invoice: DocumentText,
  prepaid: Cash,
  paypal: Paypal,
  easycredit: CalendarMini,
}

interface MethodNameProps {
  method: string | null
  /** Said of `general` in place of our usual words. */
  generalName?: string
}

/** A method by name, with its icon; one that we do not know by secuconnect's own name. */
export function MethodName({ method, generalName }: MethodNameProps) {
  const { say } = useWords()
  const name = method ?? "general"
  const known = isNameOf(methods, name) ? name : null
  const Icon = (known && ICONS[known]) ?? CreditCard
  const title = known ? say(`methods.${known}`) : name
  return (
    <span className="flex items-center gap-x-2">
      <span
        aria-hidden
        className="text-ui-fg-subtle flex w-5 justify-center overflow-hidden rounded"
      >
        <Icon />
      </span>
      <Text as="span" size="small" leading="compact" weight="plus">
        {known === "general" ? (generalName ?? title) : title}
      </Text>
    </span>
  )
}
