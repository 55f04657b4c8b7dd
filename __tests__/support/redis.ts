import { spawnSync } from "node:child_process"

const HOW_TO_INSTALL = "needs Redis: apt-get install -y redis-server"

/**
 * `describe` for tests of several servers. Without Redis they are reported as skipped, with the
 * command that installs it; with `CI=true` that is a failure.
 */
export function describeWithRedis(title: string, tests: () => void): void {
  if (spawnSync("redis-server", ["--version"]).status === 0) {
    describe(title, tests)
    return
  }
  process.stderr.write(`Skipped: ${title} ${HOW_TO_INSTALL}\n`)
  if (process.env["CI"] === "true") {
    it(`${title} ${HOW_TO_INSTALL}`, () => {
      throw new Error(`${title} ${HOW_TO_INSTALL}`)
    })
  }
  describe.skip(`${title} (${HOW_TO_INSTALL})`, tests)
}
