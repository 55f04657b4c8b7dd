import { join } from "node:path"
import express, { type Express } from "express"
import { apiRouter } from "./api/router"
import { controlPage } from "./control/page/control-page"
import { controlRouter } from "./control/router"
import { payRouter } from "./pay/router"
import { qrImage } from "./pay/qr"
import type { Sandbox } from "./sandbox"

/** All that the sandbox answers, one router per audience. */
export function createApp(sandbox: Sandbox): Express {
  const app = express()
  app.disable("x-powered-by")
  app.set("etag", false)
  app.use("/sandbox", controlRouter(sandbox))
  app.get("/", (_request, response) => {
    response.set("cache-control", "no-store").type("html").send(controlPage(sandbox).text)
  })
  app.use("/pay", payRouter(sandbox))
  app.get("/qr/epc", qrImage(sandbox))
  app.use("/assets", express.static(join(__dirname, "assets"), { index: false }))
  app.use(apiRouter(sandbox))
  return app
}
