import { type ReactNode, useEffect, useRef } from "react"
import { useLocation } from "react-router-dom"

interface PageProps {
  title: string
  lead?: ReactNode
  /** The first page begins like a page of an exercise book. */
  isFront?: boolean
  children: ReactNode
}

/** A page with its heading, which takes the focus after a change of page: screen readers read it. */
export function Page({ title, lead, isFront = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()

  useEffect(() => {
    document.title = `${title} · Papier & Tinte`
  }, [title])

  useEffect(() => {
    if (key === "default") return
    window.scrollTo(0, 0)
    heading.current?.focus()
  }, [key])

  return (
    <div className="page">
      <div className={isFront ? "page__head page__head--ruled" : "page__head"}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}
