const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx: true, decorators: true },
      transform: { decoratorMetadata: true, react: { runtime: "automatic" } },
      target: "es2022",
    },
    module: { type: "commonjs", ignoreDynamic: true },
  },
]

const base = {
  testEnvironment: "node",
  transform: { "^.+\\.[jt]sx?$": swc },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.demo/"],
}

/** `npm test` runs all projects; `npm run test:unit` only the first. */
module.exports = {
  projects: [{ ...base, displayName: "unit", testMatch: ["<rootDir>/__tests__/unit/**/*.test.ts"] }],
}
