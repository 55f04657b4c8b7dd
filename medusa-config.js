// This repository started as a store: for the demo and for the integration tests.
// A shop that installs the package has `plugins: [{ resolve: "medusa-payment-secuconnect", options }]`
// in place of the first module below (see README.md).
const { defineConfig } = require("@medusajs/framework/utils")

const {
  ADMIN_CORS = "http://localhost:9000",
  AUTH_CORS = "http://localhost:9000,http://localhost:8000",
  COOKIE_SECRET = "demo",
  DATABASE_URL,
  JWT_SECRET = "demo",
  MEDUSA_BACKEND_URL = "http://localhost:9000",
  MEDUSA_DISABLE_ADMIN,
  MEDUSA_WORKER_MODE = "shared",
  REDIS_URL,
  NOTIFICATION_CHANNELS = "email,feed",
  SECUCONNECT_CLIENT_ID,
  SECUCONNECT_CLIENT_SECRET,
  SECUCONNECT_CONTRACT_ID,
  SECUCONNECT_ENVIRONMENT = "testing",
  SECUCONNECT_OPTIONS = "{}",
  STOREFRONT_RETURN_URL = "http://localhost:8000/checkout/return",
  STORE_CORS = "http://localhost:8000",
} = process.env

/** More than one process on one database: see docs/operations.md. */
const locking = {
  resolve: "@medusajs/medusa/locking-redis",
  id: "locking-redis",
  is_default: true,
  options: { redisUrl: REDIS_URL },
}
const caching = {
  resolve: "@medusajs/medusa/caching-redis",
  id: "caching-redis",
  is_default: true,
  options: { redisUrl: REDIS_URL },
}
const redisModules = [
  { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl: REDIS_URL } },
  {
    resolve: "@medusajs/medusa/workflow-engine-redis",
    options: { redis: { redisUrl: REDIS_URL } },
  },
  { resolve: "@medusajs/medusa/locking", options: { providers: [locking] } },
  { resolve: "@medusajs/medusa/caching", options: { providers: [caching] } },
]

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    databaseDriverOptions: { ssl: false },
    redisUrl: REDIS_URL,
    workerMode: MEDUSA_WORKER_MODE,
    http: {
      storeCors: STORE_CORS,
      adminCors: ADMIN_CORS,
      authCors: AUTH_CORS,
      jwtSecret: JWT_SECRET,
      cookieSecret: COOKIE_SECRET,
    },
  },
  admin: { disable: MEDUSA_DISABLE_ADMIN === "true", backendUrl: MEDUSA_BACKEND_URL },
  modules: [
    ...(REDIS_URL ? redisModules : []),
    {
      resolve: "./src/modules/secuconnect",
      options: {
        clientId: SECUCONNECT_CLIENT_ID,
        clientSecret: SECUCONNECT_CLIENT_SECRET,
        environment: SECUCONNECT_ENVIRONMENT,
        contractId: SECUCONNECT_CONTRACT_ID,
        backendUrl: MEDUSA_BACKEND_URL,
        storefrontReturnUrl: STOREFRONT_RETURN_URL,
        demo: true,
        shopName: "Papier & Tinte",
        ...JSON.parse(SECUCONNECT_OPTIONS),
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["secuconnect", "query"],
      options: {
        providers: [{ resolve: "./src/providers/secuconnect", id: "secuconnect" }],
      },
    },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        // Writes mails into the log, so that the demo can show them.
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { name: "Mails in the log", channels: NOTIFICATION_CHANNELS.split(",") },
          },
        ],
      },
    },
  ],
})
