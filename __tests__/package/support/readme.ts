import { readFileSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../support/repository"

/**
 * The code between `<!-- name: … -->` and `<!-- /name -->` in README.md: what a shop's developer
 * copies.
 *
 * @throws Error when the README has no such block
 */
export function readmeBlock(name: string): string {
  const readme = readFileSync(path.join(REPOSITORY, "README.md"), "utf8")
  const pattern = `<!-- ${name}(?:: [^>]*)? -->\\s*\`\`\`\\w+\\n(.*?)\`\`\`\\s*<!-- /${name} -->`
  const code = new RegExp(pattern, "s").exec(readme)?.[1]
  if (code === undefined) throw new Error(`README.md has no block "${name}".`)
  return code
}
