/** What is sent to the shop. */
export interface SentPush {
  method: "POST" | "GET"
  contentType: string | null
  body: string | null
}

const post = (contentType: string, body: string): SentPush => ({
  method: "POST",
  contentType,
  body,
})

const JSON_TYPE = "application/json"

/** The push as documented. */
export const plainPush = (json: string): SentPush => post(JSON_TYPE, json)

/** More than a server reads of a body. */
const TOO_LARGE = 300_000

/** Forms of a push in which its body cannot be read: its address still says which payment is meant. */
export const oddPushes = {
  push_unknown_charset: (json: string) => post(`${JSON_TYPE}; charset=x-unknown`, json),
  push_broken_json: (json: string) => post(JSON_TYPE, json.slice(0, -2)),
  push_too_large: (json: string) => post(JSON_TYPE, `${json}${" ".repeat(TOO_LARGE)}`),
  push_as_form: (json: string) =>
    post("application/x-www-form-urlencoded", new URLSearchParams({ data: json }).toString()),
  push_empty: () => post(JSON_TYPE, ""),
  push_as_get: (): SentPush => ({ method: "GET", contentType: null, body: null }),
} as const satisfies Record<string, (json: string) => SentPush>

export type OddPushName = keyof typeof oddPushes

/** The names, in their order. */
export const oddPushNames = Object.keys(oddPushes).filter(isOddPushName)

function isOddPushName(name: string): name is OddPushName {
  return name in oddPushes
}
