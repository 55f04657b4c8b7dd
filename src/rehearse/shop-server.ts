import { createServer, type Server } from "node:http"
import { expressLoader } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, getResolvedPlugins } from "@medusajs/framework/utils"
import apiLoader from "@medusajs/medusa/loaders/api"
import express, { type Express } from "express"

/** The shop's own routes and middlewares, in this process and reachable from this machine only. */
export interface ShopServer {
  /** Without a slash at the end. */
  url: string
  close(): Promise<void>
}

/**
 * Serves the shop's whole API, as `medusa start` does, on a free port: `medusa exec` loads everything
 * but the routes.
 */
export async function serveShop(container: MedusaContainer): Promise<ShopServer> {
  const app = express()
  // What Medusa does before every route.
  app.use((request, _response, next) => {
    Object.assign(request, { scope: container.createScope(), request_context: {} })
    next()
  })
  const { shutdown } = await expressLoader({ app, container })
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const plugins = await getResolvedPlugins(process.cwd(), config, true)
  await apiLoader({ app, container, plugins })
  const server = await listen(app)
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await shutdown()
    },
  }
}

function listen(app: Express): Promise<Server> {
  const server = createServer(app)
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", () => resolve(server))
  })
}
