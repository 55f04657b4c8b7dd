/** Ends PostgreSQL and whatever a test file has left running. */
export default async function globalTeardown(): Promise<void> {
  const server = globalThis.secuconnectTestDatabase
  globalThis.secuconnectTestDatabase = undefined
  await server?.stop()
}
