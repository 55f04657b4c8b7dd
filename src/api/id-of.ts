/**
 * The id in a route's path. What cannot be an id (PostgreSQL refuses a NUL byte) becomes the empty
 * one, which finds nothing.
 */
export function idOf(given: string | undefined): string {
  return given !== undefined && /^\w{1,100}$/.test(given) ? given : ""
}
