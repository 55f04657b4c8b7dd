import path from "node:path"

/** The folder of `package.json` and `medusa-config.js`. */
export const REPOSITORY = path.resolve(__dirname, "..", "..")
