import type { Router } from "express"
import { methods } from "../machine/methods"
import { contractedMethods, offeredMethods } from "../machine/offered-methods"
import type { PaymentMethod } from "../machine/payment-methods"
import type { Sandbox } from "../sandbox"
import { availableMethodsRequestSchema, olderNamesRequestSchema } from "../schemas/payment"
import { ApiError } from "./api-error"
import { authorized } from "./authorized"
import { endpoint, type ApiCall } from "./endpoint"
import { findSmartTransaction } from "./find"
import { listView } from "./list"
import { parseBody } from "./parse-body"
import { contractView, iframeOptionsView } from "./views/contract"

const contract = "/General/Contracts/:id"

/**
 * `/General/Contracts`: the one contract of the client, its currencies and methods.
 * @see https://github.com/secuconnect/secuconnect-php-sdk/blob/master/lib/Api/GeneralContractsApi.php
 */
export function addContractRoutes(api: Router, sandbox: Sandbox): void {
  const { config } = sandbox
  const { route, onContract } = routesOf(sandbox)

  api.get(
    "/General/Contracts",
    route((call) => listView([contractView(config)], call)),
  )
  api.get(
    contract,
    onContract(() => contractView(config)),
  )
  api.get(
    `${contract}/AvailableCurrencies`,
    onContract(() => config.currencies),
  )
  api.get(`${contract}/IframeOptions`, onContract(iframeOptionsView))
  addMethodRoutes(api, sandbox)
}

function addMethodRoutes(api: Router, sandbox: Sandbox): void {
  const { config, settings } = sandbox
  const { onContract } = routesOf(sandbox)

  api.post(
    `${contract}/getAvailablePaymentMethods`,
    onContract(({ body }) =>
      namesOf(body, (wish) =>
        config.currencies.includes(wish.currency) ? contractedMethods(settings, wish) : [],
      ),
    ),
  )
  api.post(
    `${contract}/getAvailablePaymentMethods/:stx`,
    onContract(({ body, params }) => {
      const record = findSmartTransaction(sandbox, params.stx ?? "")
      return namesOf(body, ({ currency }) =>
        currency === record.currency ? offeredMethods(settings, record) : [],
      )
    }),
  )
}

function routesOf(sandbox: Sandbox) {
  const route = (handle: (call: ApiCall) => unknown) =>
    endpoint(sandbox, authorized(sandbox, handle))
  const onContract = (handle: (call: ApiCall) => unknown) =>
    route((call) => {
      if (call.id === sandbox.config.contractId) return handle(call)
      throw new ApiError("unknown_contract", `unknown contract ${call.id}`)
    })
  return { route, onContract }
}

/** The methods in the spelling of this call, or in that of the older API. */
function namesOf(
  body: unknown,
  methodsFor: (wish: { currency: string; isDemo: boolean }) => PaymentMethod[],
): string[] {
  if (olderNamesRequestSchema.safeParse(body).success) {
    return methodsFor({ currency: "EUR", isDemo: false }).map((method) => methods[method].olderName)
  }
  const { currency, is_demo: isDemo = false } = parseBody(availableMethodsRequestSchema, body)
  return methodsFor({ currency, isDemo }).flatMap((method) => methods[method].availableAs)
}
