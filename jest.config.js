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

const project = (displayName, more = {}) => ({
  displayName,
  testEnvironment: "<rootDir>/__tests__/support/environment.mjs",
  testMatch: [`<rootDir>/__tests__/${displayName}/**/*.test.ts`],
  transform: { "^.+\\.[jt]sx?$": swc },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.demo/"],
  setupFilesAfterEnv: ["<rootDir>/__tests__/support/patience.ts"],
  // Of every test file it is told how long it took.
  slowTestThreshold: 0,
  ...more,
})

/** For tests with a real store: one PostgreSQL for the whole run. */
const withDatabase = {
  globalSetup: "<rootDir>/__tests__/support/global-setup.ts",
  globalTeardown: "<rootDir>/__tests__/support/global-teardown.ts",
}

/** All unit tests at once are a few files, see `runTogether`; single ones are files of their own. */
const unitFolder = process.env.UNIT_TESTS === "together" ? "together" : "unit"

/** `npm test` runs all projects; `npm run test:unit` only the first. */
module.exports = {
  // One more than the two processors that are reckoned with: some test files mostly wait.
  maxWorkers: 3,
  testSequencer: "<rootDir>/__tests__/support/longest-first.js",
  projects: [
    project("unit", { testMatch: [`<rootDir>/__tests__/${unitFolder}/**/*.test.ts`] }),
    project("integration", withDatabase),
    project("e2e", withDatabase),
    project("package", withDatabase),
  ],
}
