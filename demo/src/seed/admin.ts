import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"

/** Public on purpose: this shop is only ever reached from the machine it runs on. */
const ADMIN = { email: "admin@papier-und-tinte.example", password: "papier-und-tinte" }

/** The admin's first user. */
export async function seedAdmin(container: MedusaContainer): Promise<typeof ADMIN> {
  const { authIdentity, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: ADMIN })
  if (!authIdentity) throw new Error(error ?? "The admin's login was not created.")
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: authIdentity.id,
      userData: { email: ADMIN.email, first_name: "Paula", last_name: "Tinte" },
    },
  })
  return ADMIN
}
