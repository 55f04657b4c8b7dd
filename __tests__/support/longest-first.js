/**
 * The test files that take longest. Those at the top also wait a lot, or start stores of their own:
 * others run beside them.
 */
const LONGEST = [
  "e2e/demo",
  "package/installed-plugin",
  "integration/several-servers",
  "integration/crash",
  "integration/fault-matrix",
  "integration/any-order",
  "integration/soak",
  "integration/refused-starts",
  "integration/money.",
  "together/",
  "integration/requests",
  "integration/delivery",
  "integration/schedule",
  "integration/restart",
  "integration/options",
  "integration/one-method",
  "integration/settings-page",
  "integration/real-carts.",
  "integration/money-table",
  "integration/twin-orders",
  "integration/one-of-several",
  "integration/rush",
  "integration/one-order",
  "integration/fresh-baskets",
  "integration/",
].map((name) => `/__tests__/${name}`)

const rank = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.includes(name))
  return found === -1 ? LONGEST.length : found
}

/** Jest's order of the test files: longest first, so that all workers end at about the same time. */
module.exports = class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one) - rank(other))
  }

  shard(tests) {
    return tests
  }

  allFailedTests(tests) {
    return tests
  }

  cacheResults() {
    // The order above is good enough also for a first run, which has no earlier results.
  }
}
