import { once } from "node:events"
import { readdirSync } from "node:fs"
import type { Server } from "node:http"
import path from "node:path"

import { configManager } from "@medusajs/framework/config"
import { ApiLoader } from "@medusajs/framework/http"
import { createMedusaContainer, FeatureFlag } from "@medusajs/framework/utils"
import express from "express"

import { secuconnectPolicies } from "../../../src/policies/secuconnect"
import { freePort } from "../../support/free-port"
import { ask } from "../../support/http"
import { REPOSITORY } from "../../support/repository"

/** Method, path with `:id`, and what the roles of a user must allow. */
const ROUTES: [string, string, string][] = [
  ["GET", "/payments", "secuconnect_payment:read"],
  ["GET", "/payments/export", "secuconnect_payment:read"],
  ["GET", "/payments/:id", "secuconnect_payment:read"],
  ["GET", "/orders/:id/payments", "secuconnect_payment:read"],
  ["GET", "/orders/:id/payment-links", "secuconnect_payment:read"],
  ["POST", "/orders/:id/payment-links", "secuconnect_payment:update"],
  ["POST", "/orders/:id/payment-links/mail", "secuconnect_payment:update"],
  ["POST", "/payments/:id/refresh", "secuconnect_payment:update"],
  ["POST", "/payments/:id/remind", "secuconnect_payment:update"],
  ["POST", "/payments/:id/report-delivery", "secuconnect_payment:update"],
  ["POST", "/payments/:id/resolve", "secuconnect_payment:refund"],
  ["POST", "/payments/:id/cancel", "secuconnect_payment:refund"],
  ["GET", "/settings", "secuconnect_settings:read"],
  ["POST", "/settings", "secuconnect_settings:update"],
  ["GET", "/mails", "secuconnect_settings:read"],
  ["POST", "/mails/samples", "secuconnect_settings:update"],
  ["POST", "/connection-test", "secuconnect_settings:update"],
  ["POST", "/test-payments", "secuconnect_settings:update"],
  ["GET", "/regions/:id/methods", "secuconnect_settings:read"],
  ["POST", "/regions/:id/methods", "secuconnect_settings:update"],
]
const POSTS = ROUTES.filter(([method]) => method === "POST")
const EVERY_POLICY = [...new Set(ROUTES.map(([, , policy]) => policy))]
const API = path.join(REPOSITORY, "src", "api")

const servers: Server[] = []

afterAll(() => servers.forEach((server) => server.close()))

/** Medusa's own router over the plugin's routes, in front of a shop that has nothing else. */
async function serve({ rbac }: { rbac: boolean }): Promise<string> {
  const http = {
    jwtSecret: "secret",
    cookieSecret: "secret",
    adminCors: "",
    storeCors: "",
    authCors: "",
  }
  configManager.loadConfig({
    projectConfig: { projectConfig: { http } },
    baseDir: REPOSITORY,
  })
  const container = createMedusaContainer()
  const log = () => undefined
  const known = {
    logger: { debug: log, info: log, warn: log, error: log },
    featureFlagRouter: FeatureFlag,
    configModule: configManager.config,
    // A role is named after the policies that it has.
    query: {
      graph: ({ filters }: { filters: { id: string } }) => {
        const policies = filters.id.split(",").map((policy) => {
          const [resource, operation] = policy.split(":")
          return { id: policy, resource, operation }
        })
        return Promise.resolve({ data: [{ id: filters.id, policies }] })
      },
    },
  }
  for (const [name, value] of Object.entries(known))
    container.register(name, { resolve: () => value })
  const app = express()
  app.use((req, _res, next) => {
    const roles = req.get("x-roles")
    const auth_context = {
      actor_id: "user_1",
      actor_type: "user",
      app_metadata: { roles: roles ? [roles] : [] },
    }
    Object.assign(req, { scope: container.createScope(), session: { auth_context } })
    next()
  })
  FeatureFlag.setFlag("rbac", rbac)
  try {
    await new ApiLoader({ app, sourceDir: API, container }).load()
  } finally {
    if (!rbac) FeatureFlag.setFlag("rbac", false)
  }
  const port = await freePort()
  const server = app.listen(port, "127.0.0.1")
  servers.push(server)
  await once(server, "listening")
  return `http://127.0.0.1:${port}/admin/secuconnect`
}

const statusOf = async (url: string, method: string, roles: string | null) => {
  const headers = roles === null ? {} : { "x-roles": roles }
  const raw = method === "POST" ? { raw: "{}" } : {}
  return (await ask(url, { method, headers, ...raw })).status
}

it("each route of the admin stands in the table", () => {
  const found = readdirSync(path.join(API, "admin"), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const methods = Object.keys(jest.requireActual<object>(path.join(API, "admin", file)))
      const route = path
        .dirname(file)
        .replace("secuconnect", "")
        .replace(/\[(\w+)\]/g, ":$1")
      return methods.map((method) => `${method} ${route}`)
    })
  expect(found.sort()).toEqual(ROUTES.map(([method, route]) => `${method} ${route}`).sort())
})

it("each policy that a route asks for can be given to a role", () => {
  const defined = secuconnectPolicies.policies.map(
    (policy) => `${policy.resource}:${policy.operation}`,
  )
  expect(defined.sort()).toEqual([...EVERY_POLICY].sort())
})

describe("with roles", () => {
  let url: string
  beforeAll(async () => {
    url = await serve({ rbac: true })
  })
  afterAll(() => FeatureFlag.setFlag("rbac", false))

  it.each(ROUTES)("%s %s is refused without %s", async (method, route, policy) => {
    const others = EVERY_POLICY.filter((other) => other !== policy).join(",")
    const address = url + route.replace(":id", "x")
    expect(await statusOf(address, method, others)).toBe(403)
    expect(await statusOf(address, method, null)).toBe(403)
  })

  it.each(ROUTES)("%s %s is open to %s", async (method, route, policy) => {
    const address = url + route.replace(":id", "x")
    expect([401, 403, 404, 415]).not.toContain(await statusOf(address, method, policy))
    expect([401, 403, 404, 415]).not.toContain(await statusOf(address, method, "*:*"))
  })
})

describe("without roles", () => {
  let url: string
  beforeAll(async () => {
    url = await serve({ rbac: false })
  })

  it.each(ROUTES)("%s %s is open to each user of the admin", async (method, route) => {
    const address = url + route.replace(":id", "x")
    expect([401, 403, 404, 415]).not.toContain(await statusOf(address, method, null))
  })

  describe.each(POSTS)("%s %s", (method, route) => {
    it.each(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"])(
      "is refused as %s, which another site's page could send",
      async (type) => {
        const address = url + route.replace(":id", "x")
        const answer = await ask(address, { method, raw: "", headers: { "content-type": type } })
        expect(answer).toMatchObject({ status: 415, body: { code: "secuconnect_json_only" } })
      },
    )
  })
})
