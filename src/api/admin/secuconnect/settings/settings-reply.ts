import type { MedusaContainer } from "@medusajs/framework/types"
import { SECUCONNECT_MODULE } from "../../../../modules/secuconnect"
import type { SettingsPage } from "../../../../modules/secuconnect/types"
import { nameOf } from "../name-of"

/** What the settings page reads. */
export interface SettingsReply extends Omit<SettingsPage, "actor_id"> {
  environment: string
  base_url: string
  /** The server does not start without them; they are never sent. */
  credentials_present: true
  /** Name or e-mail address of the admin user who stored the last revision. */
  changed_by: string | null
}

export async function readSettingsReply(container: MedusaContainer): Promise<SettingsReply> {
  const { settingsBook, client } = container.resolve(SECUCONNECT_MODULE)
  const { actor_id, ...page } = await settingsBook.page()
  return {
    ...page,
    environment: settingsBook.configured.environment,
    base_url: client.baseUrl,
    credentials_present: true,
    changed_by: actor_id ? await nameOf(container, actor_id) : null,
  }
}
