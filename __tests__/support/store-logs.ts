declare global {
  /** Log files of this test file's stores; `environment.mjs` reads them where a test fails. */
  var storeLogs: Set<string> | undefined
}

export function noteStoreLog(file: string): void {
  globalThis.storeLogs ??= new Set()
  globalThis.storeLogs.add(file)
}
