/** Milliseconds for one test or hook; a store needs ten seconds to start, more on a busy machine. */
jest.setTimeout(300_000)
