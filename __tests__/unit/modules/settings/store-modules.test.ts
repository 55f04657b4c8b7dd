import {
  handsOverDependencies,
  hasMailProvider,
  inMemoryModules,
} from "../../../../src/modules/secuconnect/settings/store-modules"

const local = {
  event_bus: { resolve: "@medusajs/medusa/event-bus-local" },
  workflows: { resolve: "@medusajs/medusa/workflow-engine-inmemory" },
  locking: { resolve: "@medusajs/medusa/locking" },
}
const shared = {
  event_bus: { resolve: "@medusajs/medusa/event-bus-redis" },
  workflows: { resolve: "@medusajs/medusa/workflow-engine-redis" },
  locking: {
    resolve: "@medusajs/medusa/locking",
    options: { providers: [{ resolve: "@medusajs/medusa/locking-redis", id: "redis" }] },
  },
}

describe("modules that work inside one server only", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["Medusa's defaults", local, ["locking", "event_bus", "workflows"]],
    ["those of Redis", shared, []],
    ["locks alone", { ...shared, locking: local.locking }, ["locking"]],
    ["the event bus alone", { ...shared, event_bus: local.event_bus }, ["event_bus"]],
    ["no entries", {}, ["locking", "event_bus", "workflows"]],
    ["the event bus without options", { ...shared, event_bus: true }, ["event_bus"]],
  ])("%s", (_what, modules, expected) => expect(inMemoryModules(modules)).toEqual(expected))
})

describe("the payment module's entry", () => {
  it.each<[string, unknown, boolean]>([
    ["with both", { dependencies: ["secuconnect", "query", "x"] }, true],
    ["with one", { dependencies: ["query"] }, false],
    ["without", { resolve: "@medusajs/medusa/payment" }, false],
    ["that is none", true, false],
  ])("%s hands the ledger and Query over: %#", (_what, entry, expected) => {
    expect(handsOverDependencies(entry)).toBe(expected)
  })
})

describe("Medusa's mails", () => {
  const provider = (...channels: string[]) => ({ resolve: "x", id: "x", options: { channels } })

  it.each<[string, unknown, boolean]>([
    ["with a provider for e-mail", { options: { providers: [provider("feed", "email")] } }, true],
    ["with two providers", { options: { providers: [provider("sms"), provider("email")] } }, true],
    ["with one beside a strange one", { options: { providers: [7, provider("email")] } }, true],
    ["of Medusa's own hosting", { options: { cloud: { api_key: "k" } } }, true],
    ["with the default", { options: { providers: [provider("feed")] } }, false],
    ["without a key of the hosting", { options: { cloud: {}, providers: [] } }, false],
    ["with a provider without channels", { options: { providers: [{ resolve: "x" }] } }, false],
    ["without options", {}, false],
    ["that are switched off", false, false],
    ["without an entry", undefined, false],
  ])("%s can be sent: %#", (_what, entry, expected) => {
    expect(hasMailProvider(entry)).toBe(expected)
  })
})
