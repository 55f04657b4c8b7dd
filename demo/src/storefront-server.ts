import { createReadStream, existsSync, statSync } from "node:fs"
import { createServer, type ServerResponse } from "node:http"
import path from "node:path"

import type { Settings } from "./settings"
import type { Shop } from "./shop"
import { storefrontFolder } from "./storefront-build"

const TYPES = new Map([
  [".css", "text/css; charset=utf-8"],
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml"],
])

/** What the storefront reads before it draws anything, so that one build serves every shop. */
function configuration({ urls }: Settings, shop: Shop): string {
  return JSON.stringify({
    store_url: urls.store,
    publishable_key: shop.publishable_key,
    region_id: shop.region_id,
    demo: { admin_url: `${urls.store}/app`, sandbox_url: urls.sandbox },
  })
}

/** The file for a path; every path that is no file is a page of the storefront: `index.html`. */
function fileFor(folder: string, url: string): string {
  const [pathname = "/"] = url.split("?")
  const file = path.join(folder, path.normalize(`/${pathname}`))
  return existsSync(file) && statSync(file).isFile() ? file : path.join(folder, "index.html")
}

function send(response: ServerResponse, file: string): void {
  const isHashed = path.basename(path.dirname(file)) === "assets"
  response.setHeader("content-type", TYPES.get(path.extname(file)) ?? "application/octet-stream")
  response.setHeader("cache-control", isHashed ? "max-age=31536000, immutable" : "no-cache")
  createReadStream(file)
    .on("error", () => response.destroy())
    .pipe(response)
}

/** Serves the built storefront, and its configuration under `/config.json`. */
export function serveStorefront(settings: Settings, shop: Shop): Promise<void> {
  const folder = storefrontFolder(settings)
  const config = configuration(settings, shop)
  const server = createServer((request, response) => {
    const url = request.url ?? "/"
    if (url !== "/config.json") {
      send(response, fileFor(folder, url))
      return
    }
    response.setHeader("content-type", "application/json")
    response.setHeader("cache-control", "no-store")
    response.end(config)
  })
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(Number(new URL(settings.urls.storefront).port), settings.host, resolve)
  })
}
