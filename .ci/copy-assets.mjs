// After `medusa plugin:build`, which compiles TypeScript only: what the sandbox in the package sends to
// browsers.
import { cpSync } from "node:fs"

cpSync("sandbox/src/assets", ".medusa/server/sandbox/src/assets", { recursive: true })
