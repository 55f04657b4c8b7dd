import { allowedHost } from "./allowed-host"
import { actsFor, type Act } from "./attended/acts"
import type { Customer } from "./attended/customer"
import { listen, type ListenOptions } from "./attended/listener"
import { playAttended } from "./attended/play-attended"
import { sandboxCustomer } from "./attended/sandbox-customer"
import type { Pace } from "./attended/stage"
import { compare } from "./compare"
import { fieldOf, startPlay, type Access, type Play } from "./play"
import { cleanUp, playUnattended } from "./play-unattended"
import { recorder } from "./redact"
import { startReference } from "./reference"
import type { Report } from "./report"

export interface VerifyInput extends Omit<Access, "baseUrl"> {
  /** As in the option of this name; never `live`. */
  environment: string
}

/** The part for which somebody must pay. */
export interface Attended extends ListenOptions {
  customer: Customer
  pace: Pace
  /** Only these methods; all that the host offers otherwise. */
  methods?: readonly string[] | undefined
}

/** The sandbox answers at once. */
const SANDBOX_PACE: Pace = { poll: 50, steady: 100, push: 30_000 }

/**
 * Plays the documented flow against the configured host, always in test mode, and the same against a
 * sandbox beside it, and compares every answer. No money moves, and what nobody has paid is cancelled.
 *
 * @throws {Error} in words for whoever started it: the host is the live one, is not there, or refuses
 * the credentials
 */
export async function verify(
  { environment, ...given }: VerifyInput,
  attended?: Attended,
): Promise<Report> {
  const at = new Date().toISOString()
  const host = await startPlay({ ...given, baseUrl: allowedHost(environment) })
  const run = await playHost(host, attended)
  const reference = await startReference(host.access, run.methods)
  try {
    const sandbox = await startPlay(reference.access)
    await playSandbox(sandbox, run.acts)
    return reportOf({ at, host, sandbox, ...run })
  } finally {
    await reference.close()
  }
}

/** What was played at the host, so that the same is played at the sandbox. */
interface Run {
  methods: string[]
  /** Null where nobody was there to pay. */
  acts: { played: Act[]; all: Act[]; expectsPushes: boolean } | null
  notes: string[]
}

async function playHost(play: Play, attended: Attended | undefined): Promise<Run> {
  const notes: string[] = []
  try {
    const methods = await playUnattended(play)
    if (!attended) return { methods, acts: null, notes }
    const wanted = attended.methods ?? methods
    const all = actsFor(linkedMethods(play).filter((method) => wanted.includes(method)))
    const expectsPushes = attended.publicUrl !== undefined || isHere(play.access.baseUrl)
    const listener = await listen(attended)
    try {
      const stage = { ...attended, play, listener, expectsPushes, notes }
      const played = await playAttended(stage, all)
      return { methods, acts: { played, all, expectsPushes }, notes }
    } finally {
      await listener.close()
    }
  } finally {
    await cleanUp(play)
  }
}

async function playSandbox(play: Play, acts: Run["acts"]): Promise<void> {
  await playUnattended(play)
  if (!acts) return
  const listener = await listen({ port: 0 })
  const customer = sandboxCustomer(play.access.baseUrl)
  const { expectsPushes } = acts
  try {
    const stage = { play, listener, customer, pace: SANDBOX_PACE, expectsPushes, notes: [] }
    await playAttended(stage, acts.played)
  } finally {
    await listener.close()
  }
}

/** Methods that an ordinary cart has got a page for. */
function linkedMethods({ host }: Play): string[] {
  const created = host.exchanges.find(({ step }) => step === "create: an ordinary cart")
  const links = fieldOf(created?.answer.json, "payment_links")
  if (typeof links !== "object" || links === null) return []
  const named = Object.entries(links).filter(isText)
  return named.flatMap(([name]) => (name === "general" ? [] : [name]))
}

const isText = (entry: [string, unknown]): boolean => typeof entry[1] === "string"

const isHere = (baseUrl: string) => /^(localhost|127\.|\[::1\])/.test(new URL(baseUrl).hostname)

function reportOf(all: Run & { at: string; host: Play; sandbox: Play }): Report {
  const { at, methods, host, sandbox, notes } = all
  const skipped = all.acts?.all.filter((act) => !all.acts?.played.includes(act)) ?? []
  const exchanges = withoutSkipped(host, skipped)
  return {
    host: host.access.baseUrl,
    at,
    methods,
    steps: exchanges.map(({ step }) => step),
    findings: compare(
      { exchanges, known: host.known },
      { exchanges: withoutSkipped(sandbox, []), known: sandbox.known },
    ),
    notes,
    recordings: exchanges.map(recorder([host.access.clientSecret, host.access.clientId])),
  }
}

const withoutSkipped = ({ host }: Play, skipped: readonly Act[]) =>
  host.exchanges.filter(
    ({ step }) => step !== "clean up" && !skipped.some(({ name }) => step.startsWith(`${name}:`)),
  )
