import type { MedusaResponse } from "@medusajs/framework/http"

/** What may be handed to Express so that `Answer` arrives: JSON makes ISO 8601 of dates. */
type BeforeJson<Answer> = Answer extends string
  ? string extends Answer
    ? string | Date
    : Answer
  : Answer extends object
    ? { [Name in keyof Answer]: BeforeJson<Answer[Name]> }
    : Answer

/** The response of a route that answers with a type of `http-types`. */
export type Reply<Answer> = MedusaResponse<BeforeJson<Answer>>
