import { model } from "@medusajs/framework/utils"

/**
 * The settings that the admin's page has stored: every save adds a row, the newest counts. Two
 * people who save at once want the same revision, and the second is refused.
 */
export const SettingsRevision = model.define("secuconnect_settings_revision", {
  id: model.id({ prefix: "scset" }).primaryKey(),
  revision: model.number().unique(),
  /** Only what the page may set, and of that only what differs from the default. */
  values: model.json(),
  /** Names of the settings that this save has changed. */
  changed: model.array().default([]),
  /** The admin user. */
  actor_id: model.text().nullable(),
})
