import type { ReactNode } from "react"

import { useLanguage } from "../language/language"

export type StepState = "open" | "done" | "waiting"

interface StepProps {
  number: number
  title: string
  state: StepState
  /** Shown instead of the form when the step is done. */
  summary: ReactNode
  onEdit: () => void
  children: ReactNode
}

/** One of the three parts of the checkout. */
export function Step({ number, title, state, summary, onEdit, children }: StepProps) {
  const { t } = useLanguage()
  return (
    <section className={`step step--${state}`} aria-labelledby={`step-${number}`}>
      <div className="step__head">
        <h2 id={`step-${number}`}>
          <span className="step__number" aria-hidden="true">
            {state === "done" ? "✓" : number}
          </span>
          {title}
        </h2>
        {state === "done" && (
          <button
            className="link"
            type="button"
            aria-label={`${title}: ${t.checkout.edit}`}
            onClick={onEdit}
          >
            {t.checkout.edit}
          </button>
        )}
      </div>
      {state === "done" && <div className="step__summary">{summary}</div>}
      {state === "open" && children}
    </section>
  )
}
