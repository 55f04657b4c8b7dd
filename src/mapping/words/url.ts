/**
 * An address, or null for what is none. `URL.canParse` is not to be used: once it has been called some
 * thousand times, Node 20 says no to every address with a letter such as "ü".
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
