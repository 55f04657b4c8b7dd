"use client"

import { type ReactNode, useActionState } from "react"

import type { Failed } from "@/lib/cart-actions"

interface ActionFormProps {
  action: (before: Failed, form: FormData) => Promise<Failed>
  button: string
  children: ReactNode
}

/** A form that sends itself to a server action, once, and says what went wrong. */
export function ActionForm({ action, button, children }: ActionFormProps) {
  const [failed, submit, isBusy] = useActionState(action, null)
  return (
    <form action={submit}>
      {children}
      <button disabled={isBusy}>{button}</button>
      {failed !== null && <p role="alert">{failed}</p>}
    </form>
  )
}
