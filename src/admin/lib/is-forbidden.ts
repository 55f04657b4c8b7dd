import { FetchError } from "@medusajs/js-sdk"

/** Whether the user's roles do not allow it: then a part of one of Medusa's own pages stays away. */
export function isForbidden(error: Error | null): boolean {
  return error instanceof FetchError && error.status === 403
}
