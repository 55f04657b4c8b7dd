import { z } from "zod"

const entry = z.object({
  resolve: z.string().optional().catch(undefined),
  dependencies: z.array(z.string()).catch([]),
  options: z.object({ providers: z.array(z.unknown()).catch([]) }).catch({ providers: [] }),
})

/** Whether the payment module's entry hands the ledger and Query to the provider. */
export function handsOverDependencies(payment: unknown): boolean {
  const parsed = entry.safeParse(payment)
  const listed = parsed.success ? parsed.data.dependencies : []
  return ["secuconnect", "query"].every((name) => listed.includes(name))
}

const provider = z.object({ resolve: z.string(), id: z.string().optional() })

const OURS = /(^|\/)providers\/secuconnect(-legacy)?(\/|$)/

/** Whether an entry of ours among the payment providers has no id. */
export function lacksProviderId(payment: unknown): boolean {
  const providers = entry.safeParse(payment).data?.options.providers ?? []
  return providers.some((found) => {
    const { data } = provider.safeParse(found)
    return data !== undefined && OURS.test(data.resolve) && !data.id
  })
}

/**
 * Modules of Medusa that work only inside one server process: with several servers, locks would not
 * hold and events would not arrive.
 *
 * @param modules as in the store's configuration, by name
 */
export function inMemoryModules(modules: Readonly<Record<string, unknown>>): string[] {
  const locking = entry.safeParse(modules["locking"])
  const hasLockProvider = locking.success && locking.data.options.providers.length > 0
  const found = [
    ["locking", !hasLockProvider],
    ["event_bus", isMadeFor(modules["event_bus"], /event-bus-local/)],
    ["workflows", isMadeFor(modules["workflows"], /workflow-engine-inmemory/)],
  ] as const
  return found.flatMap(([name, inMemory]) => (inMemory ? [name] : []))
}

function isMadeFor(module: unknown, oneProcess: RegExp): boolean {
  const parsed = entry.safeParse(module)
  return !parsed.success || oneProcess.test(parsed.data.resolve ?? "event-bus-local")
}

const NO_CHANNELS = { options: { channels: [] } }

const mailing = z.object({
  options: z.object({
    providers: z
      .array(z.object({ options: z.object({ channels: z.array(z.unknown()) }) }).catch(NO_CHANNELS))
      .catch([]),
    /** Medusa's own hosting, which sends mails by itself. */
    cloud: z
      .object({ api_key: z.string().min(1) })
      .optional()
      .catch(undefined),
  }),
})

/** Whether Medusa has somebody to send mails with: a provider for the channel `email`. */
export function hasMailProvider(notification: unknown): boolean {
  const parsed = mailing.safeParse(notification)
  if (!parsed.success) return false
  const { providers, cloud } = parsed.data.options
  return Boolean(cloud) || providers.some(({ options }) => options.channels.includes("email"))
}
