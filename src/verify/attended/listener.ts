import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http"

/** How a Smart Transaction's addresses end. */
const KINDS = ["success", "error", "abort", "push"] as const
export type CallKind = (typeof KINDS)[number]

/** A return of the customer, or a push. */
export interface ReceivedCall {
  kind: CallKind
  method: string
  /** What follows on the address that was given: a query, if anything. */
  appended: string
  headers: IncomingHttpHeaders
  body: string
  /** `performance.now()` */
  at: number
}

/** Where the host and the customer's browser come back to. */
export interface Listener {
  /** The addresses of an act. */
  urlsOf(act: number): Record<CallKind, string>
  /** Answers the next push of an act with 500. */
  refusePush(act: number): void
  /** What has come for an act so far. */
  received(act: number): readonly ReceivedCall[]
  /** Resolves with true when `isEnough` holds; with false after `milliseconds`, or when it is closed. */
  waitFor(isEnough: () => boolean, milliseconds: number): Promise<boolean>
  close(): Promise<void>
}

export interface ListenOptions {
  /** 0 takes a free one. */
  port: number
  /** Where the port is reached from outside, without a slash at its end. */
  publicUrl?: string | undefined
}

const HOST = "127.0.0.1"
const MAX_BODY = 100_000
const PAGE = "<!doctype html><title>Verify</title><p>Noted. Go on in the terminal.</p>"

/** @throws {Error} when the port is taken */
export async function listen({ port, publicUrl }: ListenOptions): Promise<Listener> {
  const calls = new Map<number, ReceivedCall[]>()
  const refused = new Set<number>()
  const watchers = new Set<Watcher>()
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      if (!call) {
        response.writeHead(404).end()
        return
      }
      calls.set(call.act, [...(calls.get(call.act) ?? []), call])
      const isRefused = call.kind === "push" && refused.delete(call.act)
      response.writeHead(isRefused ? 500 : 200, { "Content-Type": "text/html" })
      response.end(call.kind === "push" ? "" : PAGE)
      for (const watcher of watchers) watcher.look()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, HOST, resolve)
  })
  const address = server.address()
  const taken = typeof address === "object" && address ? address.port : port
  const base = publicUrl ?? `http://${HOST}:${taken}`
  return {
    urlsOf: (act) => {
      const at = (kind: CallKind) => `${base}/${act}/${kind}`
      return { success: at("success"), error: at("error"), abort: at("abort"), push: at("push") }
    },
    refusePush: (act) => void refused.add(act),
    received: (act) => calls.get(act) ?? [],
    waitFor: (isEnough, milliseconds) => watch(watchers, isEnough, milliseconds),
    close: () => {
      for (const watcher of watchers) watcher.end()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

interface Watcher {
  look: () => void
  end: () => void
}

function watch(
  watchers: Set<Watcher>,
  isEnough: () => boolean,
  milliseconds: number,
): Promise<boolean> {
  if (isEnough()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      watchers.delete(watcher)
      resolve(isEnough())
    }
    const watcher: Watcher = {
      end,
      look: () => {
        if (isEnough()) end()
      },
    }
    const timer = setTimeout(end, milliseconds)
    watchers.add(watcher)
  })
}

/** Null for what is none of ours, the browser's wish for an icon say. */
async function read(request: IncomingMessage): Promise<(ReceivedCall & { act: number }) | null> {
  const at = performance.now()
  const called = kindOf(request.url ?? "")
  if (!called) return null
  let body = ""
  for await (const chunk of request) {
    if (body.length < MAX_BODY) body += String(chunk)
  }
  const { method = "", headers } = request
  return { ...called, method, headers, body, at }
}

/** By its beginning: what a host appends, it may append without a question mark. */
function kindOf(url: string): { act: number; kind: CallKind; appended: string } | null {
  const [, act, end = ""] = /\/(\d+)\/(\w.*)$/.exec(url) ?? []
  const kind = KINDS.find((candidate) => end.startsWith(candidate))
  return kind === undefined ? null : { act: Number(act), kind, appended: end.slice(kind.length) }
}
