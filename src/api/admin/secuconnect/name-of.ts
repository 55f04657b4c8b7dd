import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What an admin user is called; one who has been deleted, or an API key, goes by the id. */
export async function nameOf(container: MedusaContainer, id: string): Promise<string> {
  const [user] = await container.resolve(Modules.USER).listUsers({ id }, { take: 1 })
  if (!user) return id
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ")
  return name || user.email
}
