import { spawn } from "node:child_process"
import { connect } from "node:net"

import { freePort } from "../support/free-port"
import { forgetProcess, noteProcess } from "../support/left-overs"
import { until } from "../support/until"

export interface RedisServer {
  url: string
  stop(): Promise<void>
}

/** Starts a Redis on a free port that keeps everything in memory. */
export async function startRedis(runFolder: string): Promise<RedisServer> {
  const port = await freePort()
  const args = ["--port", String(port), "--save", "", "--appendonly", "no", "--dir", runFolder]
  const child = spawn("redis-server", args, { detached: true, stdio: "ignore" })
  const ended = new Promise((resolve) => child.once("close", resolve))
  const { pid } = child
  if (pid !== undefined) noteProcess(runFolder, { pid, mark: "redis-server" })
  await until("Redis", async () => ((await listens(port)) ? true : undefined), 30_000)
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGTERM")
      await ended
      if (pid !== undefined) forgetProcess(runFolder, pid)
    },
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1")
    socket.once("error", () => resolve(false))
    socket.once("connect", () => {
      socket.destroy()
      resolve(true)
    })
  })
}
