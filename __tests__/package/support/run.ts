import { execFile } from "node:child_process"

export interface Run {
  cwd: string
  /** Laid over the environment of the tests. */
  env?: Record<string, string>
}

const TAIL = 4_000
const LIMITS = { maxBuffer: 64 * 1024 * 1024, timeout: 1_200_000 }

/**
 * Runs a command to its end and gives its output.
 *
 * @throws Error with the end of the output when it fails or takes more than twenty minutes
 */
export function run(command: string[], { cwd, env }: Run): Promise<string> {
  const [file = "", ...args] = command
  return new Promise((resolve, reject) => {
    const options = { ...LIMITS, cwd, env: { ...inherited(), ...env } }
    execFile(file, args, options, (error, stdout, stderr) => {
      if (!error) {
        resolve(stdout)
        return
      }
      const tail = `${stdout}\n${stderr}`.trim().slice(-TAIL)
      reject(new Error(`"${command.join(" ")}" failed in ${cwd}:\n${tail}`))
    })
  })
}

/**
 * What a person's shell would hand over: not the mode that jest has set, and nothing that tells a
 * second npm about the package of the first.
 */
function inherited(): NodeJS.ProcessEnv {
  const ofThisRun = /^(NODE_ENV|NODE_OPTIONS|INIT_CWD|JEST_.*|npm_(lifecycle|package)_.*)$/
  const entries = Object.entries(process.env).filter(([name]) => !ofThisRun.test(name))
  return Object.fromEntries(entries)
}
