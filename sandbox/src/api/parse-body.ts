import type { z } from "zod"
import { ApiError } from "./api-error"

/**
 * Checks a body strictly.
 * @throws ApiError naming every field that is wrong; like the vendor it may repeat what was sent
 */
export function parseBody<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new ApiError("format", result.error.issues.map((issue) => describe(issue, body)).join("; "))
}

function describe(issue: z.core.$ZodIssue, body: unknown): string {
  const field = issue.path.map(String).join(".") || "body"
  const value = valueAt(body, issue.path)
  const sent = typeof value === "string" || typeof value === "number" ? ` (sent: ${value})` : ""
  return `${field}: ${issue.message}${sent}`
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined
    return Object.getOwnPropertyDescriptor(value, key)?.value
  }, body)
}
