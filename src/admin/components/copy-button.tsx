import { CheckMini, SquareTwoStackMini } from "@medusajs/icons"
import { Button, IconButton, Tooltip } from "@medusajs/ui"
import { useCopy } from "../lib/use-copy"
import { useWords } from "../lib/use-words"

/** Copies `text`; `what` names it for those who cannot see what the button stands beside. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { say } = useWords()
  const { copy, isCopied } = useCopy(text)
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

/** Copies `text`, and says on itself what that is. */
export function LabelledCopyButton({ text, label }: { text: string; label: string }) {
  const { say } = useWords()
  const { copy, isCopied } = useCopy(text)
  return (
    <Button type="button" size="small" variant="secondary" onClick={copy}>
      {isCopied ? <CheckMini /> : <SquareTwoStackMini />}
      <span role="status" className="sr-only">
        {isCopied ? say("common.copied") : ""}
      </span>
      {label}
    </Button>
  )
}
