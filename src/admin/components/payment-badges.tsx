import { Badge, StatusBadge, Tooltip } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { PaymentState } from "../../http-types"
import { useWords } from "../lib/use-words"

const COLORS: Record<PaymentState, ComponentProps<typeof StatusBadge>["color"]> = {
  not_started: "grey",
  unclear: "orange",
  open: "grey",
  waiting: "orange",
  authorized: "blue",
  paid: "green",
  partly_refunded: "purple",
  refunded: "purple",
  failed: "red",
  cancelled: "grey",
  unknown: "orange",
}

interface PaymentStatusProps {
  state: PaymentState
  /** Nothing that a person should look at is green. */
  needsAttention: boolean
}

/** Where a payment stands, in Medusa's colours. */
export function PaymentStatus({ state, needsAttention }: PaymentStatusProps) {
  const { say } = useWords()
  const color = COLORS[state]
  return (
    <StatusBadge
      color={needsAttention && color === "green" ? "orange" : color}
      className="text-nowrap"
    >
      {say(`order.state.${state}`)}
    </StatusBadge>
  )
}

/** Marks a payment with which no money moves. */
export function DemoBadge() {
  const { say } = useWords()
  return (
    <Tooltip content={say("common.demoHint")}>
      <Badge size="2xsmall" rounded="full">
        {say("common.demo")}
      </Badge>
    </Tooltip>
  )
}
