import { Badge, StatusBadge, Tooltip } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { PaymentState } from "../../http-types"
import { useWords } from "../lib/use-words"

const COLORS: Record<PaymentState, ComponentProps<typeof StatusBadge>["color"]> = {
  not_started: "grey",
  unclear: "orange",
  open: "grey",
  waiting: "orange",
  under_review: "orange",
  authorized: "blue",
  accepted: "blue",
  paid: "green",
  disputed: "red",
  differs: "red",
  partly_refunded: "purple",
  refunded: "purple",
  failed: "red",
  cancelled: "grey",
}

/** Where a payment stands, in Medusa's colours. */
export function PaymentStatus({ state }: { state: PaymentState }) {
  const { say } = useWords()
  return (
    <StatusBadge color={COLORS[state]} className="text-nowrap">
      {say(`order.state.${state}`)}
    </StatusBadge>
  )
}

/** Marks a payment with which no money moves. */
export function TestBadge() {
  const { say } = useWords()
  return (
    <Tooltip content={say("common.testHint")}>
      <Badge size="2xsmall" rounded="full">
        {say("common.test")}
      </Badge>
    </Tooltip>
  )
}
