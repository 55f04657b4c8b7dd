// After `medusa plugin:build`, which writes each source into its compiled file once more, as a source map
// that nothing reads: more than a third of the package.
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

const SERVER = ".medusa/server"
const MAP = /^\/\/# sourceMappingURL=data:.*\n?/gm

for (const name of readdirSync(SERVER, { recursive: true, encoding: "utf8" })) {
  if (!/\.m?js$/.test(name)) continue
  const file = path.join(SERVER, name)
  const code = readFileSync(file, "utf8")
  const stripped = code.replace(MAP, "")
  if (stripped !== code) writeFileSync(file, stripped)
}
