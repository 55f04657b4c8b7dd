import type { ReactNode } from "react"

interface NoticeProps {
  kind: "error" | "info" | "success"
  children: ReactNode
}

/** Something to know; an error is read out at once. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={`notice notice--${kind}`} role={kind === "error" ? "alert" : "status"}>
      {children}
    </div>
  )
}
