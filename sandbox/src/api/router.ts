import express, { type Request, type RequestHandler, type Router } from "express"
import type { Sandbox } from "../sandbox"
import { ApiError } from "./api-error"
import { authorized } from "./authorized"
import { addContractRoutes } from "./contracts"
import { endpoint } from "./endpoint"
import { issueToken } from "./oauth"
import { addPaymentContainerRoutes } from "./payment-containers"
import { addPaymentCustomerRoutes } from "./payment-customers"
import { addPaymentTransactionRoutes } from "./payment-transactions"
import { addSmartTransactionRoutes } from "./smart-transactions"
import { addTestCalls } from "./test-calls"
import { messageOf } from "../message-of"

/** What a shop's server talks to: `/oauth/token` and `/api/v2`. */
export function apiRouter(sandbox: Sandbox): Router {
  const router = express.Router()
  router.post(
    "/oauth/token",
    express.json(),
    express.urlencoded({ extended: false }),
    endpoint(sandbox, issueToken(sandbox)),
  )

  const api = express.Router()
  api.use(jsonBody(sandbox))
  addSmartTransactionRoutes(api, sandbox)
  addPaymentTransactionRoutes(api, sandbox)
  addPaymentCustomerRoutes(api, sandbox)
  addPaymentContainerRoutes(api, sandbox)
  addContractRoutes(api, sandbox)
  addTestCalls(api, sandbox)
  api.use(
    endpoint(
      sandbox,
      authorized(sandbox, () => {
        throw new ApiError("unknown_route", "no such service or method")
      }),
    ),
  )
  router.use("/api/v2", api)
  return router
}

/** Reads a JSON body; another type and broken JSON are refused in the API's shape. */
function jsonBody(sandbox: Sandbox): RequestHandler {
  const read: RequestHandler = express.json({ limit: "1mb" })
  return (request, response, next) => {
    const refuse = (details: string): void => {
      const answer = endpoint(
        sandbox,
        authorized(sandbox, () => {
          throw new ApiError("format", details)
        }),
      )
      answer(request, response, next)
    }
    read(request, response, (error: unknown) => {
      if (error) refuse(messageOf(error))
      else if (!isJson(request)) refuse("Content-Type must be application/json")
      else next()
    })
  }
}

function isJson(request: Request): boolean {
  const length = request.headers["content-length"] ?? "0"
  const hasBody = length !== "0" || request.headers["transfer-encoding"] !== undefined
  return !hasBody || request.is("application/json") !== false
}
