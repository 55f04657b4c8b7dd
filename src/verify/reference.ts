import { startSandbox, type RunningSandbox } from "../../sandbox/src"
import type { Access } from "./play"

/** The vendor's public methods, in the spelling of requests; what else a contract offers has no page. */
const METHODS = [
  "creditcard",
  "debit",
  "easycredit",
  "eps",
  "giropay",
  "invoice",
  "paypal",
  "prepaid",
  "sofort",
]

/** A sandbox beside the host, on a free port, with the same contract and the same methods. */
export async function startReference(
  access: Access,
  methods: readonly string[],
): Promise<{ access: Access; close: RunningSandbox["close"] }> {
  const offered = METHODS.filter((method) => methods.includes(method))
  const { contractId, templateId, clientId } = access
  const clientSecret = "secret-of-the-sandbox"
  const sandbox = await startSandbox({
    clientId,
    clientSecret,
    contractId,
    templateIds: [templateId],
    ...(offered.length > 0 ? { methods: offered } : {}),
    pushBackoffMs: [1_000],
  })
  return { access: { ...access, clientSecret, baseUrl: sandbox.url }, close: () => sandbox.close() }
}
