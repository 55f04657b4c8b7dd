// After `medusa plugin:build`, which compiles TypeScript only: what the sandbox in the package sends to
// browsers, and types for the admin's bundle, which Medusa's admin alone imports.
import { cpSync, writeFileSync } from "node:fs"

cpSync("sandbox/src/assets", ".medusa/server/sandbox/src/assets", { recursive: true })

const declaration = (exported) => `/** What Medusa's admin takes into its bundle. */
declare const plugin: Readonly<Record<string, unknown>>
${exported}
`
writeFileSync(".medusa/server/src/admin/index.d.mts", declaration("export default plugin"))
writeFileSync(".medusa/server/src/admin/index.d.ts", declaration("export = plugin"))
