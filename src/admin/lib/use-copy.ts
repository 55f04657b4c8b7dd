import { toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useWords } from "./use-words"
import { writeToClipboard } from "./write-to-clipboard"

const SHOWN_MS = 2_000

/** Copies `text`; `isCopied` for as long as a button should tell of it. */
export function useCopy(text: string): { copy: () => void; isCopied: boolean } {
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
  return { copy, isCopied }
}
