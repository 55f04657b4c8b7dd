import { CheckMini, SquareTwoStackMini } from "@medusajs/icons"
import { IconButton, toast, Tooltip } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useWords } from "../lib/use-words"
import { writeToClipboard } from "../lib/write-to-clipboard"

const SHOWN_MS = 2_000

/** Copies `text`; `what` names it for those who cannot see what the button stands beside. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { say } = useWords()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = () => {
    writeToClipboard(text).then(
      () => setCopied(true),
      () => toast.error(say("common.copyFailed")),
    )
  }
  const label = say("common.copy", { what })
  return (
    <Tooltip content={isCopied ? say("common.copied") : label}>
      <IconButton
        type="button"
        size="2xsmall"
        variant="transparent"
        aria-label={label}
        onClick={copy}
      >
        {isCopied ? <CheckMini /> : <SquareTwoStackMini />}
        <span role="status" className="sr-only">
          {isCopied ? say("common.copied") : ""}
        </span>
      </IconButton>
    </Tooltip>
  )
}
