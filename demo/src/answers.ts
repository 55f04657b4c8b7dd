/** Whether a server answers this address with success. */
export async function answers(url: string): Promise<boolean> {
  try {
    // A connection that stays open would be taken for a later request, just as the server closes it.
    const headers = { connection: "close" }
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(2000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
