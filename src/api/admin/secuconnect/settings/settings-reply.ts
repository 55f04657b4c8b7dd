import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { SECUCONNECT_MODULE } from "../../../../modules/secuconnect"
import type { SettingsPage } from "../../../../modules/secuconnect/types"

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

/** A user who has been deleted, or an API key, goes by the id. */
async function nameOf(container: MedusaContainer, id: string): Promise<string> {
  const [user] = await container.resolve(Modules.USER).listUsers({ id }, { take: 1 })
  if (!user) return id
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ")
  return name || user.email
}
