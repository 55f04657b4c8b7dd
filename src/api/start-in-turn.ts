import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { choiceOfProvider } from "../mapping/methods/methods"
import type { StoreErrorCode } from "../mapping/words/error-codes"
import { pickLanguage } from "../mapping/words/language"
import { texts } from "../mapping/words/texts"
import { startInTurn } from "../workflows/prepare"
import { idOf } from "./id-of"

const body = z.looseObject({
  provider_id: z.string(),
  data: z.looseObject({ locale: z.string().optional() }).nullish().catch(null),
})

/** Medusa's answer to input that is wrong, before anything was sent. */
const REFUSED = 400

/** Of a start that is not over by then, the next one does not wait. */
const LONGEST_MS = 60_000

/**
 * Around the core's route that starts payments: those of one cart start one after the other, and what is
 * more than anybody needs is answered with 429 and `Retry-After`. Other providers are not touched.
 */
export async function startPaymentInTurn(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const asked = body.safeParse(req.body)
  const id = idOf(req.params["id"])
  if (id === "" || !asked.success || choiceOfProvider(asked.data.provider_id) === null) {
    next()
    return
  }
  const wait_s = await startInTurn(req.scope, id, async () => {
    const answered = untilAnswered(res)
    next()
    await answered
    return res.statusCode !== REFUSED
  })
  if (wait_s === null) return
  const locales = [asked.data.data?.locale, req.get("accept-language")?.split(/[,;]/)[0]]
  res
    .status(429)
    .set("Retry-After", String(Math.max(Math.ceil(wait_s), 1)))
    .json({
      type: "not_allowed",
      code: "secuconnect_too_many_starts" satisfies StoreErrorCode,
      message: texts[pickLanguage({ locales })].too_many_starts,
    })
}

/** A browser that has gone away does not end the start, so its connection says nothing. */
async function untilAnswered(res: MedusaResponse): Promise<void> {
  const end = res.end.bind(res)
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS)
    const thenEnd = (...answer: Parameters<typeof end>) => {
      clearTimeout(timer)
      resolve()
      return end(...answer)
    }
    Object.assign(res, { end: thenEnd })
  })
}
