import type { InferTypeOf, Logger } from "@medusajs/framework/types"
import { z } from "zod"
import { causeOf, isAlreadyThere } from "../../../mapping/words/errors"
import type { SettingsRevision } from "../models/settings-revision"
import {
  applyChanges,
  changedNames,
  mergeOptions,
  PAGE_SETTINGS,
  problemsOf,
  sourceOf,
  type GivenValues,
  type SettingProblems,
  type SettingSource,
} from "./page-settings"
import { resolveSettings, type Settings, type StoreConfig } from "./settings"

type RevisionRow = InferTypeOf<typeof SettingsRevision>

/** Another server may store new settings: they are read again after this time. */
const KEPT_MS = 3_000

/** What the settings page shows. */
export interface SettingsPage {
  /** Each of `PAGE_SETTINGS`. */
  settings: Record<string, { value: unknown; source: SettingSource }>
  /** 0 as long as nothing was ever stored. */
  revision: number
  /** The admin user who stored it. */
  actor_id: string | null
  changed_at: Date | null
  changed: string[]
}

export interface SettingsChange {
  /** The revision that the person has seen. */
  revision: number
  /** By name; `null` goes back to the default. */
  values: GivenValues
  actor_id: string | null
}

/** `conflict`: somebody else has stored a newer revision. */
export type SettingsSaved =
  { outcome: "saved" } | { outcome: "conflict" } | { outcome: "refused"; problems: SettingProblems }

export interface SettingsBookDeps {
  /** The plugin's options as the configuration gives them. */
  given: GivenValues
  store: StoreConfig
  logger: Logger
  rows: {
    newest(): Promise<RevisionRow | undefined>
    add(row: Pick<RevisionRow, "revision" | "values" | "changed" | "actor_id">): Promise<unknown>
  }
}

const storedValues = z.record(z.string(), z.unknown())

/** The settings in force, and what the page may do with them. */
export class SettingsBook {
  private readonly deps: SettingsBookDeps
  private kept: { settings: Promise<Settings>; until: number } | undefined
  /** In force while the database says nothing. */
  private lastKnown: Settings
  private complainedOf = ""

  /** @throws Error when the configuration is wrong */
  constructor(deps: SettingsBookDeps) {
    this.deps = deps
    this.lastKnown = resolveSettings(mergeOptions(deps.given, {}).options, deps.store)
  }

  /** What the configuration alone says: good for credentials, host and addresses. */
  get configured(): Settings {
    return this.lastKnown
  }

  /** The settings in force, at most some seconds old. Never rejects. */
  current(): Promise<Settings> {
    const now = performance.now()
    if (!this.kept || now >= this.kept.until) {
      this.kept = { settings: this.read(), until: now + KEPT_MS }
    }
    return this.kept.settings
  }

  /** @throws Error when the database cannot be read */
  async page(): Promise<SettingsPage> {
    const row = await this.deps.rows.newest()
    const stored = this.valuesOf(row)
    const { options } = mergeOptions(this.deps.given, stored)
    const settings = PAGE_SETTINGS.map((name) => {
      const source = sourceOf(name, this.deps.given, stored)
      return [name, { value: options[name] ?? null, source }] as const
    })
    const nothing = { revision: 0, actor_id: null, created_at: null, changed: [] }
    const { revision, actor_id, created_at: changed_at, changed } = row ?? nothing
    return { settings: Object.fromEntries(settings), revision, actor_id, changed_at, changed }
  }

  /** Stores changed values as a new revision; nothing is written when nothing changes. */
  async save({ revision, values, actor_id }: SettingsChange): Promise<SettingsSaved> {
    const row = await this.deps.rows.newest()
    if (revision !== (row?.revision ?? 0)) return { outcome: "conflict" }
    const problems = problemsOf(values, this.deps.given)
    if (Object.keys(problems).length > 0) return { outcome: "refused", problems }

    // As the schema reads it now: what an earlier version wrote otherwise is no change.
    const before = applyChanges(this.valuesOf(row), {})
    const after = applyChanges(before, values)
    const changed = changedNames(before, after)
    if (changed.length === 0) return { outcome: "saved" }
    try {
      await this.deps.rows.add({ revision: revision + 1, values: { ...after }, changed, actor_id })
    } catch (error) {
      // Two people saved at once: the revision is unique.
      if (isAlreadyThere(error)) return { outcome: "conflict" }
      throw error
    }
    this.kept = undefined
    return { outcome: "saved" }
  }

  private async read(): Promise<Settings> {
    try {
      const stored = this.valuesOf(await this.deps.rows.newest())
      const { options } = mergeOptions(this.deps.given, stored)
      this.lastKnown = resolveSettings(options, this.deps.store)
    } catch (error) {
      this.deps.logger.error(`secuconnect: the stored settings cannot be read: ${causeOf(error)}`)
    }
    return this.lastKnown
  }

  /** What fits of the stored values; what does not is told once, and left to its default. */
  private valuesOf(row: RevisionRow | undefined): GivenValues {
    const parsed = storedValues.safeParse(row?.values ?? {})
    const stored = parsed.success ? parsed.data : {}
    const { misfits } = mergeOptions(this.deps.given, stored)
    const bad = parsed.success ? misfits.join(", ") : "the whole"
    if (bad) this.complain(`revision ${row?.revision ?? 0}: ${bad}`)
    return Object.fromEntries(Object.entries(stored).filter(([name]) => !misfits.includes(name)))
  }

  private complain(what: string): void {
    if (this.complainedOf === what) return
    this.complainedOf = what
    this.deps.logger.error(
      `secuconnect: stored settings that cannot be used, medusa-config or the default counts: ${what}`,
    )
  }
}
