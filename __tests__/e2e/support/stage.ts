import { rmSync } from "node:fs"
import { chromium, type Browser } from "playwright-core"

import { newDemoPlace, startDemo, type DemoPlace, type RunningDemo } from "./demo"

/** For setting up and taking down: a demo's first start makes a database. */
export const STAGE_MS = 400_000

const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A demo with a place of its own, and a browser to visit it with. */
export interface Stage {
  place: DemoPlace
  /** Replaced by whoever stops it and starts it again. */
  demo: RunningDemo
  browser: Browser
  /** Ends all of it; nothing stays on the disk. */
  close: () => Promise<void>
}

/** @throws Error when one of them does not come up; what already ran is ended then */
export async function openStage(executablePath: string): Promise<Stage> {
  const place = await newDemoPlace()
  const forget = () => rmSync(place.folder, { recursive: true, force: true })
  let demo: RunningDemo | undefined
  try {
    demo = await startDemo(place)
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
    const stage: Stage = {
      ...{ place, demo, browser },
      async close() {
        await browser.close()
        await stage.demo.stop()
        forget()
      },
    }
    return stage
  } catch (error) {
    await demo?.stop()
    forget()
    throw error
  }
}
