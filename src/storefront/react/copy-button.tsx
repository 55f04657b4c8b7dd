import { type ReactElement, useEffect, useState } from "react"

import type { KitTexts } from "./texts"

const SHOWN_MS = 2000

interface CopyButtonProps {
  label: string
  text: string
  t: KitTexts
}

/** Copies one line; says so for two seconds, to the eye and to screen readers. */
export function CopyButton({ label, text, t }: CopyButtonProps): ReactElement {
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = () => {
    copyText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <button
      type="button"
      data-part="copy-button"
      data-state={isCopied ? "copied" : "idle"}
      aria-label={t.copy.replace("{label}", label)}
      onClick={copy}
    >
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        <path
          d={isCopied ? "m5 13 4.5 4.5L19 7" : "M9 9h10v11H9zM5 15V4h10"}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span role="status" style={HIDDEN}>
        {isCopied && t.copied}
      </span>
    </button>
  )
}

/** Without a clipboard, as on pages without TLS, it fails, and the line can be marked by hand. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

/** For screen readers only: unstyled, and still not to be seen. */
const HIDDEN = {
  position: "absolute",
  width: 1,
  height: 1,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const
