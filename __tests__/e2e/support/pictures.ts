import { writeFileSync } from "node:fs"
import path from "node:path"
import { PNG } from "pngjs"

import { REPOSITORY } from "../../support/repository"

/** Whether this run writes the pictures of the documentation anew. */
export const WITH_PICTURES = process.env["README_IMAGES"] === "true"

/** `docs/images/<name>.png` */
export function pictureFile(name: string): string {
  return path.join(REPOSITORY, "docs", "images", `${name}.png`)
}

/** Flat areas are packed better without filters, which is not how the browser does it. */
const PACKING = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const

/** Writes `docs/images/<name>.png`. */
export function writePicture(name: string, screenshot: Buffer): void {
  writeFileSync(pictureFile(name), PNG.sync.write(PNG.sync.read(screenshot), PACKING))
}
