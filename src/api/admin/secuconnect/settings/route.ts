import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { SECUCONNECT_MODULE } from "../../../../modules/secuconnect"
import { readSettingsReply } from "./settings-reply"

const bodySchema = z.strictObject({
  revision: z.number().int().min(0),
  values: z.record(z.string(), z.unknown()),
})

/** The settings with where each comes from, and who changed what last. Never a credential. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.set("Cache-Control", "no-store")
  res.json(await readSettingsReply(req.scope))
}

/**
 * Stores the given values; what is not named stays, `null` goes back to the default.
 *
 * 400: refused, `fields` says why by name. 409: somebody else was faster; the answer tells who.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = bodySchema.safeParse(req.body)
  if (!body.success) {
    const message = "The body must be { revision: number, values: { … } }."
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
  }
  const { settingsBook } = req.scope.resolve(SECUCONNECT_MODULE)
  const actor_id = req.auth_context.actor_id || null
  const saved = await settingsBook.save({ ...body.data, actor_id })
  if (saved.outcome === "refused") {
    const message = Object.values(saved.problems).map((problem) => problem.message)
    const code = "secuconnect_settings_refused"
    const type = MedusaError.Types.INVALID_DATA
    // One line for each field: the admin's client hands on nothing of an error but its message.
    res.status(400).json({ type, code, message: message.join("\n"), fields: saved.problems })
    return
  }
  const reply = await readSettingsReply(req.scope)
  if (saved.outcome === "saved") {
    res.json(reply)
    return
  }
  const { changed_by, changed_at, changed } = reply
  const who = changed_by ?? "Somebody else"
  res.status(409).json({
    type: MedusaError.Types.CONFLICT,
    code: "secuconnect_settings_changed",
    message: `${who} has changed the settings in the meantime. Load them again, then make your changes.`,
    ...{ changed_by, changed_at, changed },
  })
}
