import { isDeepStrictEqual } from "node:util"
import { optionsSchema, parseOptions, type ResolvedOptions } from "./options"

/** What the settings page may hold. Where the configuration sets one of them too, it wins. */
export const PAGE_SETTINGS = [
  "contractId",
  "checkoutTemplateId",
  "demo",
  "capture",
  "language",
  "basket",
  "customer",
  "lockCustomerData",
  "shopName",
  "shopLogoUrl",
  "shopColor",
  "storefrontOrderUrl",
  "statementDescriptor",
  "abandonAfterHours",
  "prepaymentReminderDays",
  "prepaymentExpiryDays",
  "cancelExpiredOrders",
  "orderFirst",
  "orderFirstHours",
  "paymentLinkDays",
  "paymentLinkReminderDays",
  "linkAfterReturnedDebit",
  "linkAfterOrderChange",
  "refundOrphans",
  "reportDelivery",
  "mails",
  "mailFooter",
] as const satisfies readonly (keyof ResolvedOptions)[]

export type PageSettingName = (typeof PAGE_SETTINGS)[number]

export type SettingSource = "config" | "stored" | "default"

/** Values by name, as given in the configuration or as stored by the page. */
export type GivenValues = Readonly<Record<string, unknown>>

/** Why a value was refused. `message` is English, for developers; the page words it by `code`. */
export interface SettingProblem {
  code: "invalid" | "in_config" | "unknown"
  message: string
}

export type SettingProblems = Record<string, SettingProblem>

/** Where the value in force comes from. */
export function sourceOf(
  name: PageSettingName,
  given: GivenValues,
  stored: GivenValues,
): SettingSource {
  if (given[name] !== undefined) return "config"
  return stored[name] !== undefined ? "stored" : "default"
}

/**
 * The options in force: the configuration, then what the page has stored, then the defaults. Stored
 * values that do not fit any more are left out; `misfits` are their names.
 *
 * @throws Error when the configuration itself is wrong
 */
export function mergeOptions(
  given: GivenValues,
  stored: GivenValues,
): { options: ResolvedOptions; misfits: string[] } {
  const misfits = Object.keys(stored).filter((name) => problemOf(name, stored[name]) !== null)
  const usable = without(stored, misfits)
  return { options: parseOptions({ ...usable, ...defined(given) }), misfits }
}

/**
 * Checks what somebody wants to store; `null` stands for "back to the default" and is always right.
 *
 * @returns a problem for each refused name; empty when all is well
 */
export function problemsOf(values: GivenValues, given: GivenValues): SettingProblems {
  const problems: SettingProblems = {}
  for (const [name, value] of Object.entries(values)) {
    const problem = refusalOf(name, value, given)
    if (problem) problems[name] = problem
  }
  return problems
}

/** What is stored after `changes`, which are checked already: nothing that is the default anyway. */
export function applyChanges(stored: GivenValues, changes: GivenValues): GivenValues {
  const next = Object.entries({ ...stored, ...changes }).flatMap(([name, given]) => {
    const value = cleaned(name, given)
    const isDefault = value === null || isDeepStrictEqual(value, defaultOf(name))
    return isDefault ? [] : [[name, value] as const]
  })
  return Object.fromEntries(next)
}

/** Names whose values differ. */
export function changedNames(before: GivenValues, after: GivenValues): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name])).sort()
}

function refusalOf(name: string, value: unknown, given: GivenValues): SettingProblem | null {
  if (!isPageSetting(name)) return { code: "unknown", message: `${name} is no setting` }
  if (given[name] !== undefined) {
    return { code: "in_config", message: `${name} is set in medusa-config and cannot be changed` }
  }
  const problem = value === null ? null : problemOf(name, value)
  return problem === null ? null : { code: "invalid", message: `${name}: ${problem}` }
}

function problemOf(name: string, value: unknown): string | null {
  if (!isPageSetting(name)) return "is no setting"
  const parsed = optionsSchema.shape[name].safeParse(value)
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? "is not right")
}

/** As the schema reads it: without blanks around it. */
function cleaned(name: string, value: unknown): unknown {
  if (!isPageSetting(name)) return value
  const parsed = optionsSchema.shape[name].safeParse(value)
  return parsed.success ? parsed.data : value
}

function defaultOf(name: string): unknown {
  return isPageSetting(name) ? optionsSchema.shape[name].parse(undefined) : undefined
}

function isPageSetting(name: string): name is PageSettingName {
  return PAGE_SETTINGS.some((known) => known === name)
}

function defined(values: GivenValues): GivenValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function without(values: GivenValues, names: string[]): GivenValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}
