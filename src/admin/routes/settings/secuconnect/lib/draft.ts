import type { AdminSetting } from "../../../../../http-types"
import { FIELDS, type Field } from "./fields"
import { fromMails, toMails, type MailsDraft } from "./mails-draft"

/** A checkout template: one for all, or one per language. */
export interface TemplateDraft {
  perLanguage: boolean
  all: string
  de: string
  en: string
}

/** What stands in the fields: text, also of numbers and choices; on or off; the template; the mails. */
export type DraftValue = string | boolean | TemplateDraft | MailsDraft
export type Draft = Record<string, DraftValue>

/** The fields as they are filled when nobody has touched them. */
export function toDraft(settings: Record<string, AdminSetting>): Draft {
  return Object.fromEntries(FIELDS.map(({ name, kind }) => [name, fill(kind, settings[name])]))
}

function fill(kind: string, setting: AdminSetting | undefined): DraftValue {
  const value = setting?.value
  if (kind === "switch") return value === true
  if (kind === "template") return templateOf(value)
  if (kind === "mails") return fromMails(value)
  if (kind === "days") return daysText(value)
  return textOf(value, kind === "choice" ? "none" : "")
}

function textOf(value: unknown, empty: string): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : empty
}

/** "3, 7, 14" */
function daysText(value: unknown): string {
  return [value ?? []].flat().map(String).join(", ")
}

function templateOf(value: unknown): TemplateDraft {
  if (typeof value === "string") return { perLanguage: false, all: value, de: value, en: value }
  const de = languageOf(value, "de")
  return { perLanguage: true, all: de, de, en: languageOf(value, "en") }
}

function languageOf(value: unknown, language: "de" | "en"): string {
  const entries = Object.entries(value ?? {})
  return String(entries.find(([name]) => name === language)?.[1] ?? "")
}

/** What the server is sent: changed fields only, `null` where a field was emptied. */
export function changesOf(before: Draft, now: Draft): Record<string, unknown> {
  const kindOf = (name: string) => FIELDS.find((field) => field.name === name)?.kind
  const changed = Object.entries(now).filter(([name, value]) => !isSame(before[name], value))
  return Object.fromEntries(
    changed.map(([name, value]) => [name, toValue(value, kindOf(name))] as const),
  )
}

function isSame(one: DraftValue | undefined, other: DraftValue): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function toValue(value: DraftValue, kind: Field["kind"] | undefined): unknown {
  if (typeof value === "boolean") return value
  if (typeof value === "object") return "mails" in value ? toMails(value) : toTemplate(value)
  const text = value.trim()
  if (text === "" || text === "none") return null
  if (kind === "days") return toDays(text)
  return kind === "number" ? toNumber(text) : text
}

function toTemplate({ perLanguage, all, de, en }: TemplateDraft): unknown {
  if (!perLanguage) return all.trim() || null
  return de.trim() || en.trim() ? { de: de.trim(), en: en.trim() } : null
}

/** Separated by commas, semicolons or blanks. */
function toDays(text: string): unknown {
  const days = text.split(/[\s,;]+/).filter(Boolean)
  return days.map(toNumber)
}

/** What is no number is sent as it is: the server says that it is none. */
function toNumber(text: string): number | string {
  const number = Number(text.replace(",", "."))
  return Number.isNaN(number) ? text : number
}
