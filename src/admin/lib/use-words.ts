import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import type { en } from "../i18n/en"
import type { PathOf } from "../i18n/words"

/** The path of one of our texts. */
export type Text = PathOf<typeof en>

/** Gives a text in the language of the dashboard, with values for its `{{names}}`. */
export type Say = (text: Text, values?: Record<string, string | number>) => string

/** Our texts; a path that does not exist is a type error. */
export function useWords(): { say: Say; language: string } {
  const { t, i18n } = useTranslation(NAMESPACE)
  const say = useCallback<Say>((text, values) => t(text, { ...values }), [t])
  return { say, language: i18n.language }
}
