/**
 * Milliseconds for one test or hook. The longest wait up to a minute for the clock's next tick; on a
 * busy machine everything may take ten times as long.
 */
jest.setTimeout(900_000)
