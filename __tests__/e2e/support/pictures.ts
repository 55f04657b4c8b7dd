import path from "node:path"

import { REPOSITORY } from "../../support/repository"

/** Whether this run writes the pictures of the documentation anew. */
export const WITH_PICTURES = process.env["README_IMAGES"] === "true"

/** `docs/images/<name>.png` */
export function pictureFile(name: string): string {
  return path.join(REPOSITORY, "docs", "images", `${name}.png`)
}
