import path from "node:path"

import { answers } from "./answers"
import type { Command, Processes } from "./processes"
import type { Settings } from "./settings"

/** The vendor's public test values, which the sandbox expects too. */
const PUBLIC_TEST_CONTRACT = {
  SECUCONNECT_CLIENT_ID: "00563697073442633035025909838580",
  SECUCONNECT_CLIENT_SECRET: "3382456441636938321687549172178382320163695870914358804052148567",
  SECUCONNECT_CONTRACT_ID: "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04",
}

/** The environment that `medusa-config.js` reads. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const { urls, folder } = settings
  const storefronts = [urls.storefront, ...settings.otherStorefronts].join(",")
  return {
    ...process.env,
    ...PUBLIC_TEST_CONTRACT,
    NODE_ENV: "development",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DATABASE_URL: `${urls.database.replace("//", "//postgres@")}/postgres`,
    STORE_CORS: storefronts,
    ADMIN_CORS: urls.store,
    AUTH_CORS: `${urls.store},${storefronts}`,
    MEDUSA_BACKEND_URL: urls.store,
    STOREFRONT_RETURN_URL: `${urls.storefront}/checkout/return`,
    SECUCONNECT_ENVIRONMENT: urls.sandbox,
    DEMO_FOLDER: folder,
    DEMO_STOREFRONT_URL: urls.storefront,
  }
}

function medusa(settings: Settings, name: string, ...args: string[]): Command {
  const cli = path.join(settings.root, "node_modules", "@medusajs", "cli", "cli.js")
  return { name, file: process.execPath, args: [cli, ...args], env: environment(settings) }
}

export function migrate(processes: Processes, settings: Settings): Promise<void> {
  return processes.run(medusa(settings, "migrate", "db:migrate", "--execute-safe-links"))
}

/** Fills the empty shop: `seed/index.ts`, run inside Medusa. */
export function seed(processes: Processes, settings: Settings): Promise<void> {
  return processes.run(medusa(settings, "seed", "exec", "./demo/src/seed/index.ts"))
}

/** Tells the products that the storefront, which serves their pictures, has another address. */
export function movePictures(processes: Processes, settings: Settings): Promise<void> {
  return processes.run(
    medusa(settings, "move-pictures", "exec", "./demo/src/seed/move-pictures.ts"),
  )
}

/**
 * Starts the store together with its admin. Not with `medusa develop`: that would start it anew on
 * every file that anybody writes below the repository.
 */
export function startStore(processes: Processes, settings: Settings): Promise<void> {
  const port = new URL(settings.urls.store).port
  const listen = ["--host", settings.host, "--port", port]
  const command = medusa(settings, "store", "start", ...listen)
  return processes.start(command, () => answers(`${settings.urls.store}/health`))
}
