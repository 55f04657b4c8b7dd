import { existsSync } from "node:fs"

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

const HOW_TO_INSTALL = "needs Chromium: apt-get install -y chromium (or set CHROMIUM_PATH)"

/** The browser on this machine, `undefined` when there is none. `CHROMIUM_PATH` names another. */
export function chromiumPath(): string | undefined {
  const named = process.env["CHROMIUM_PATH"]
  return [...(named ? [named] : []), ...PLACES].find((place) => existsSync(place))
}

/**
 * `describe` for tests in a browser. Without Chromium they are reported as skipped, with the
 * command that installs it; with `CI=true` that is a failure.
 */
export function describeInBrowser(title: string, tests: (chromium: string) => void): void {
  const chromium = chromiumPath()
  if (chromium) {
    describe(title, () => tests(chromium))
    return
  }
  process.stderr.write(`Skipped: ${title} ${HOW_TO_INSTALL}\n`)
  if (process.env["CI"] === "true") {
    it(`${title} ${HOW_TO_INSTALL}`, () => {
      throw new Error(`${title} ${HOW_TO_INSTALL}`)
    })
  }
  describe.skip(`${title} (${HOW_TO_INSTALL})`, () => tests(""))
}
