import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/**
 * A browser sends a form or plain text to any site without asking, its session's cookie with it, but
 * not `application/json`: whoever changes something through the admin's routes says that it is JSON.
 * Others are answered with 415.
 */
export function jsonOnly(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const type = req.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (req.method !== "POST" || type === "application/json") {
    next()
    return
  }
  res.status(415).json({
    type: "not_allowed",
    code: "secuconnect_json_only",
    message: "Send this request with the header Content-Type: application/json.",
  })
}
