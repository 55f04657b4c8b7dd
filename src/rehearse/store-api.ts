import axios from "axios"
import { z } from "zod"

/** The shop's API has refused a request: its own words, for the report. */
export class StoreRefusal extends Error {
  override name = "StoreRefusal"

  constructor(method: string, path: string, reply: { status: number; data: unknown }) {
    const said = messageSchema.safeParse(reply.data).data?.message ?? "no message"
    super(`${method} ${path.replace(/\?.*$/, "")}: HTTP ${reply.status}, ${said}`)
  }
}

const messageSchema = z.object({ message: z.string() })

/** The store API as a storefront calls it. */
export interface StoreApi {
  /** @throws {StoreRefusal} when the answer is no success */
  get<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.output<Schema>>
  /** @throws {StoreRefusal} when the answer is no success */
  post<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body: object,
  ): Promise<z.output<Schema>>
}

const TIMEOUT_MS = 60_000

/** @param url of the shop's server, without a slash at the end */
export function storeApiAt(url: string, publishableKey: string): StoreApi {
  const headers = { "x-publishable-api-key": publishableKey }
  const send = async (method: "GET" | "POST", path: string, data?: object) => {
    const fixed = { timeout: TIMEOUT_MS, validateStatus: () => true, headers }
    const reply = await axios.request<unknown>({ ...fixed, method, url: `${url}${path}`, data })
    if (reply.status >= 300) throw new StoreRefusal(method, path, reply)
    return reply.data
  }
  return {
    get: async (schema, path) => schema.parse(await send("GET", path)),
    post: async (schema, path, body) => schema.parse(await send("POST", path, body)),
  }
}
