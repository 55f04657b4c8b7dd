import path from "node:path"
import { build, type BuildOptions } from "esbuild"

import { REPOSITORY } from "../../../support/repository"

export const KIT = path.join(REPOSITORY, "src/storefront/index.ts")
export const REACT_KIT = path.join(REPOSITORY, "src/storefront/react/index.ts")

/** What a shop's bundler makes of this code. */
export async function bundle(contents: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: REPOSITORY, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    ...options,
  })
  return outputFiles?.[0]?.text ?? ""
}
