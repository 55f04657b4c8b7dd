import { useEffect, useState } from "react"

import { useLanguage } from "../language/language"

export function CopyButton({ label, text }: { label: string; text: string }) {
  const { t } = useLanguage()
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true))
  return (
    <button className="copy" type="button" aria-label={t.transfer.copy(label)} onClick={copy}>
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
      <span role="status" className="visually-hidden">
        {isCopied && t.transfer.copied}
      </span>
    </button>
  )
}
