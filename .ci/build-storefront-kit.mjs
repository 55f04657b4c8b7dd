// After `medusa plugin:build`, which compiles for Node as CommonJS: the storefront kit, for bundlers, as
// ESM and as CommonJS, one file each for every entry, and its types for both.
import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { build } from "esbuild"

const SERVER = ".medusa/server"
const ENTRIES = [
  { folder: "src/storefront" },
  // React's server components import it too, and leave it to the browser.
  {
    folder: "src/storefront/react",
    external: ["react", "react/jsx-runtime"],
    jsx: "automatic",
    banner: { js: '"use client";' },
  },
]

for (const { folder, ...more } of ENTRIES) {
  for (const [format, file] of [
    ["esm", "index.mjs"],
    ["cjs", "index.js"],
  ]) {
    await build({
      entryPoints: [path.join(folder, "index.ts")],
      outfile: path.join(SERVER, folder, file),
      bundle: true,
      format,
      platform: "neutral",
      target: "es2022",
      ...more,
    })
  }
}

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc")
const types = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", "."]
const args = [tsc, "-p", "src/storefront/tsconfig.json", ...types, "--outDir", SERVER]
const { status } = spawnSync(process.execPath, args, { stdio: "inherit" })
if (status !== 0) process.exit(status ?? 1)

// The same types for whoever imports: a `.d.ts` of this package speaks for CommonJS only.
for (const { folder } of ENTRIES) {
  writeFileSync(path.join(SERVER, folder, "index.d.mts"), 'export * from "./index.js"\n')
}
