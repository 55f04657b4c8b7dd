import { rmSync } from "node:fs"
import { chromium, type Browser } from "playwright-core"

import { newDemoPlace, startDemo, type DemoPlace, type RunningDemo } from "./demo"

/** For setting up and taking down: a demo's first start makes a database. */
export const STAGE_MS = 900_000

export const BROWSER_ARGS = [
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
}

let opened: Promise<Stage> | undefined

/**
 * The stage of this test file, opened by whoever needs it first.
 *
 * @param otherStorefront origin of one that the demo's store is to serve, too
 * @throws Error when demo or browser does not come up; what already ran is ended then
 */
export function openStage(executablePath: string, otherStorefront?: string): Promise<Stage> {
  return (opened ??= openNewStage(executablePath, otherStorefront))
}

async function openNewStage(executablePath: string, otherStorefront = ""): Promise<Stage> {
  const place = { ...(await newDemoPlace()), otherStorefront }
  let demo: RunningDemo | undefined
  try {
    demo = await startDemo(place)
    return { place, demo, browser: await chromium.launch({ executablePath, args: BROWSER_ARGS }) }
  } catch (error) {
    await demo?.stop()
    forget(place)
    throw error
  }
}

/** Ends all of it; nothing stays on the disk. */
export async function closeStage(): Promise<void> {
  const stage = await opened?.catch(() => undefined)
  if (!stage) return
  await stage.browser.close()
  await stage.demo.stop()
  forget(stage.place)
}

const forget = ({ folder }: DemoPlace) => rmSync(folder, { recursive: true, force: true })
