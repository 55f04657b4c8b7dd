import net from "node:net"

import type { DemoPort } from "./settings"

/** Tries one address; an address family that this machine does not have counts as free. */
function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE"))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)))
  })
}

/** @throws Error that lists every port in use and the variable that chooses another one */
export async function assertPortsAreFree(ports: DemoPort[]): Promise<void> {
  const problems: string[] = []
  for (const { name, variable, port } of ports) {
    const taken = (await isTaken(port, "127.0.0.1")) || (await isTaken(port, "::"))
    if (taken) {
      problems.push(`Port ${port}, wanted for the ${name}, is in use. ${variable} chooses another.`)
    }
  }
  if (problems.length === 0) return
  throw new Error(
    [...problems, "Perhaps an earlier demo is still running: stop it first."].join("\n"),
  )
}
