import type { MedusaRequest } from "@medusajs/framework/http"

/** A push names one payment; of more characters nothing is read. */
const MAX_LENGTH = 100_000

/** The body of a push, as far as it is JSON; null for anything else: the token is enough. */
export async function readHint(req: MedusaRequest): Promise<unknown> {
  try {
    return JSON.parse(await readText(req))
  } catch {
    return null
  }
}

/** @throws RangeError when it is too long; the connection stays, to answer on */
async function readText(req: MedusaRequest): Promise<string> {
  req.setEncoding("utf8")
  let text = ""
  for await (const part of req.iterator({ destroyOnReturn: false })) {
    text += String(part)
    if (text.length > MAX_LENGTH) throw new RangeError("too long")
  }
  return text
}
