import express, { type RequestHandler, type Router } from "express"
import type { Sandbox } from "../sandbox"
import { addInstrumentRoutes } from "./instruments"
import { addManipulationRoutes } from "./manipulation"
import { addTransactionRoutes } from "./transactions"
import { messageOf } from "../message-of"

/** The control API under `/sandbox`, without a token. */
export function controlRouter(sandbox: Sandbox): Router {
  const router = express.Router()
  router.use(jsonBody)
  addTransactionRoutes(router, sandbox)
  addManipulationRoutes(router, sandbox)
  addInstrumentRoutes(router, sandbox)
  router.use((request, response) => {
    response.status(404).json({ error: `There is no ${request.method} ${request.originalUrl}.` })
  })
  return router
}

const read: RequestHandler = express.json()

const jsonBody: RequestHandler = (request, response, next) => {
  read(request, response, (error: unknown) => {
    if (error) response.status(400).json({ error: messageOf(error) })
    else next()
  })
}
