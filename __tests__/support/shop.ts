import path from "node:path"
import { z } from "zod"

import { startSandbox, type SandboxOptions } from "../../sandbox/src"
import { createClock, type Clock } from "./clock"
import { createDatabase, type Database } from "./database"
import type { DatabaseServer } from "./database-server"
import { freePort } from "./free-port"
import { createApi, type Api } from "./http"
import { REPOSITORY } from "./repository"
import { createSandboxControl, type SandboxControl } from "./sandbox-control"
import { readSeeded, type Seeded } from "./seeded"
import { sharedDatabaseServer } from "./shared-database-server"
import { StoreProcess, type StoreCommand } from "./store-process"

/** The public test values of the vendor's guide, which the sandbox expects too. */
export const TEST_CONTRACT = {
  clientId: "00563697073442633035025909838580",
  clientSecret: "3382456441636938321687549172178382320163695870914358804052148567",
  contractId: "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04",
} as const

/** The storefront that the store believes in; nobody answers there. */
export const STOREFRONT = "http://localhost:8000"
export const RETURN_PAGE = `${STOREFRONT}/checkout/return`

export interface ShopOptions {
  /** Options of the plugin, laid over those of `medusa-config.js`. */
  options?: Record<string, unknown>
  /** Laid over the store's environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>
  sandbox?: SandboxOptions
  /** Whether the store's clock finds what is due. It does unless told to stand. */
  clock?: "runs" | "stands"
  /** Where browsers and pushes reach the store, if that is not the process itself. */
  publicUrl?: string
  /** Folder of another `medusa-config.js`. */
  cwd?: string
  /** Where store, sandbox and database are put, if that is to be the place of another one. */
  place?: Place
  /** The store goes on running after the end of the test file, for others. */
  outlives?: boolean
  /** By default the one of the running tests. */
  server?: Pick<DatabaseServer, "url" | "template" | "folder" | "seededFile">
}

/** What a store is started with and cannot change while it runs. */
export interface Place {
  port: number
  sandboxPort: number
  /** Names its database and its log. */
  name: string
}

/** A real store with a database of its own, and the sandbox that it believes to be secuconnect. */
export interface Shop {
  storeUrl: string
  seeded: Seeded
  sandbox: SandboxControl
  /** Ends the sandbox and starts one with other options, and without a memory, in its place. */
  replaceSandbox(options?: SandboxOptions): Promise<void>
  /** The store API, with the publishable key. */
  store: Api
  /** The admin API, logged in as the seeded admin. */
  admin: Api
  db: Database
  clock: Clock
  /** How the store's process is started: further ones differ in port, log file and little else. */
  command: StoreCommand
  /** Everything that the store has written so far, over all its starts. */
  log(): string
  /** Ends everything. */
  stop(): Promise<void>
}

/** A shop whose store belongs to one test file alone. */
export interface OwnShop extends Shop {
  /** The store's process, while it runs. */
  pid(): number | undefined
  /** Ends the store without warning; database and sandbox stay. */
  kill(): Promise<void>
  /** Starts the store again, after stopping it if it runs. */
  restart(): Promise<void>
}

/** A shop whose store has not been started. */
export interface PreparedShop extends OwnShop {
  process: StoreProcess
}

/**
 * A shop whose store nobody else uses. Tests that neither end the store nor look at it from outside
 * take a `sharedShop`, which is there sooner.
 *
 * @throws Error with the end of the store's log when the store does not come up
 */
export async function startShop(options: ShopOptions = {}): Promise<OwnShop> {
  const shop = await prepareShop(options)
  try {
    await shop.process.start()
    return shop
  } catch (error) {
    await shop.stop()
    throw error
  }
}

/** Everything but the start of the store: for starts that must fail. */
export async function prepareShop(options: ShopOptions = {}): Promise<PreparedShop> {
  const server = options.server ?? sharedDatabaseServer()
  const { port, sandboxPort, name } = options.place ?? (await newPlace())
  const storeUrl = options.publicUrl ?? `http://localhost:${port}`
  let sandbox = await startSandbox({ ...options.sandbox, port: sandboxPort })
  const db = await createDatabase(server, name)
  const clock = createClock(db)
  if (options.clock === "stands") await clock.stop()
  const command: StoreCommand = {
    port,
    env: environment({ options, storeUrl, sandboxUrl: sandbox.url, databaseUrl: db.url }),
    cwd: options.cwd ?? REPOSITORY,
    logFile: path.join(server.folder, "logs", `${name}.log`),
    runFolder: server.folder,
    outlives: options.outlives === true,
  }
  const store = new StoreProcess(command)
  const seeded = readSeeded(server.seededFile)
  return {
    process: store,
    command,
    storeUrl,
    seeded,
    sandbox: createSandboxControl(sandbox.url),
    store: createApi(storeUrl, () => ({ "x-publishable-api-key": seeded.publishable_key })),
    admin: createApi(storeUrl, adminLogin(storeUrl, seeded)),
    db,
    clock,
    log: () => store.log(),
    pid: () => store.pid,
    async replaceSandbox(others) {
      const { port } = sandbox
      await sandbox.close()
      sandbox = await startSandbox({ ...others, port })
    },
    kill: () => store.kill(),
    async restart() {
      await store.stop()
      await store.start()
    },
    async stop() {
      if (!options.outlives) await store.stop()
      await sandbox.close()
      await db.close()
    },
  }
}

/** A place that nobody uses. */
export async function newPlace(): Promise<Place> {
  const [port, sandboxPort] = [await freePort(), await freePort()]
  return { port, sandboxPort, name: `shop_${process.pid}_${port}` }
}

interface Environment {
  options: ShopOptions
  storeUrl: string
  sandboxUrl: string
  databaseUrl: string
}

function environment(given: Environment): Record<string, string> {
  const { options, storeUrl, sandboxUrl, databaseUrl } = given
  const variables: Record<string, string | undefined> = {
    NODE_ENV: "development",
    MEDUSA_DISABLE_TELEMETRY: "true",
    MEDUSA_DISABLE_ADMIN: "true",
    DATABASE_URL: databaseUrl,
    STORE_CORS: STOREFRONT,
    ADMIN_CORS: storeUrl,
    AUTH_CORS: `${storeUrl},${STOREFRONT}`,
    MEDUSA_BACKEND_URL: storeUrl,
    STOREFRONT_RETURN_URL: RETURN_PAGE,
    SECUCONNECT_ENVIRONMENT: sandboxUrl,
    SECUCONNECT_CLIENT_ID: TEST_CONTRACT.clientId,
    SECUCONNECT_CLIENT_SECRET: TEST_CONTRACT.clientSecret,
    SECUCONNECT_CONTRACT_ID: TEST_CONTRACT.contractId,
    SECUCONNECT_OPTIONS: JSON.stringify(options.options ?? {}),
    ...options.env,
  }
  const entries = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(entries)
}

/** Logs in once, with the first request. */
function adminLogin(storeUrl: string, { admin }: Seeded): () => Promise<Record<string, string>> {
  const login = async () => {
    const path = "/auth/user/emailpass"
    const { token } = await createApi(storeUrl).ok(z.object({ token: z.string() }), path, {
      body: admin,
    })
    return { authorization: `Bearer ${token}` }
  }
  let headers: Promise<Record<string, string>> | undefined
  return () => (headers ??= login())
}
