import { clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { CopyButton } from "./copy-button"

interface FactProps {
  name: string
  children: ReactNode
  /** What the button beside it copies; none without it. */
  copy?: string | undefined
  /** Amounts stand below each other at the right, as in the dashboard's own sums. */
  isAmount?: boolean
}

/** One line of a definition list: a name, and what is known. */
export function Fact({ name, children, copy, isAmount = false }: FactProps) {
  return (
    <div
      className="grid items-start gap-x-4 py-1"
      style={{ gridTemplateColumns: "minmax(8.5rem, 1fr) 2fr" }}
    >
      <dt className="flex">
        <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
          {name}
        </Text>
      </dt>
      <dd className="flex min-w-0 items-start justify-between gap-x-1">
        <Text
          as="span"
          size="small"
          leading="compact"
          className={clx("min-w-0 break-words", isAmount && "flex-1 text-right")}
        >
          {children}
        </Text>
        {copy === undefined ? null : (
          <span className="-my-0.5 flex">
            <CopyButton text={copy} what={name} />
          </span>
        )}
      </dd>
    </div>
  )
}
