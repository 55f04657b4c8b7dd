import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react"

import { store, stored } from "../storage"
import { de, type Texts } from "./de"
import { en } from "./en"

const STORAGE_KEY = "papier-und-tinte.language"
const TEXTS = { de, en }

export type Language = keyof typeof TEXTS

interface LanguageContext {
  language: Language
  setLanguage: (language: Language) => void
  t: Texts
  /** Formats an amount, in major units, as the language does. */
  money: (amount: number, currencyCode: string) => string
}

const Context = createContext<LanguageContext | undefined>(undefined)

/** What was chosen here before, else what the browser asks for. */
function firstLanguage(): Language {
  return (stored(STORAGE_KEY) ?? navigator.language).startsWith("de") ? "de" : "en"
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)

  useEffect(() => {
    document.documentElement.lang = language
    store(STORAGE_KEY, language)
  }, [language])

  const value = useMemo(
    (): LanguageContext => ({
      language,
      setLanguage,
      t: TEXTS[language],
      money: (amount, currency) =>
        new Intl.NumberFormat(language, { style: "currency", currency }).format(amount),
    }),
    [language],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useLanguage(): LanguageContext {
  const value = useContext(Context)
  if (!value) throw new Error("useLanguage needs a LanguageProvider around it.")
  return value
}
