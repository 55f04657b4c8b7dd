import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type {
  AdminSettingsConflict,
  AdminSettingsRefused,
  AdminSettingsResponse,
  AdminUpdateSettings,
} from "../../../../http-types"
import { SECUCONNECT_MODULE } from "../../../../modules/secuconnect"
import type { Reply } from "../../../reply"
import { readSettingsReply } from "./settings-reply"

/** The settings with where each comes from, and who changed what last. Never a credential. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminSettingsResponse>,
): Promise<void> {
  res.json(await readSettingsReply(req.scope))
}

/**
 * Stores the given values; what is not named stays, `null` goes back to the default.
 *
 * 400: refused, `fields` says why by name. 409: somebody else was faster; the answer tells who.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminUpdateSettings>,
  res: Reply<AdminSettingsResponse | AdminSettingsRefused | AdminSettingsConflict>,
): Promise<void> {
  const { settingsBook } = req.scope.resolve(SECUCONNECT_MODULE)
  const actor_id = req.auth_context.actor_id || null
  const saved = await settingsBook.save({ ...req.validatedBody, actor_id })
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
