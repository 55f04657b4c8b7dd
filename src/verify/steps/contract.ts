import { z } from "zod"
import { normalizePaymentMethod } from "../../secuconnect"
import type { Play } from "../play"

const ASK = { currency: "EUR", is_demo: true }
const path = (contract: string) => `/General/Contracts/${contract}/getAvailablePaymentMethods`

/**
 * What the contract offers, and what is said of another.
 *
 * @returns the methods for test payments in euros, spelled as in requests
 */
export async function playContract({ access, call }: Play): Promise<string[]> {
  const own = path(access.contractId)
  const ask = (step: string, body: object, of = own) =>
    call(step, { method: "POST", path: of, body, readAs: "methods" })
  const offered = await ask("contract: methods in euros", ASK)
  await ask("contract: methods in francs", { ...ASK, currency: "CHF" })
  await ask("contract: unknown currency", { ...ASK, currency: "XXX" })
  await ask("contract: currency in small letters", { ...ASK, currency: "eur" })
  await ask("contract: no currency", { is_demo: true })
  await ask("contract: unknown", ASK, path("GCR_VERIFY0000000000000000000000000"))
  const words = z.array(z.string()).safeParse(offered.json)
  return words.success ? words.data.map(normalizePaymentMethod) : []
}
