import { tokenOf, tokenRequest, type Play } from "../play"

const ABSENT = "/api/v2/Smart/Transactions/STX_VERIFY0000000000000000000000000"

/** Credentials that are wrong, tokens that are none, and what a second token does to the first. */
export async function playTokens({ access, host, call }: Play): Promise<void> {
  const first = await host.call("token: asked for twice", tokenRequest(access))
  await host.call("token: wrong secret", tokenRequest(access, { client_secret: "0".repeat(64) }))
  await host.call("token: unknown client", tokenRequest(access, { client_id: "0".repeat(32) }))
  await host.call("token: no secret", tokenRequest(access, { client_secret: undefined }))
  await host.call("token: unknown grant", tokenRequest(access, { grant_type: "nothing" }))
  await call("token: the older one is still good", { method: "GET", path: read(ABSENT) })
  const newer = tokenOf(first) ?? ""
  const asked: [string, string | undefined][] = [
    ["token: none at all", undefined],
    ["token: a dead one", `Bearer ${"0".repeat(newer.length)}`],
    ["token: without Bearer", newer],
  ]
  for (const [step, authorization] of asked) {
    const headers = authorization === undefined ? {} : { Authorization: authorization }
    await host.call(step, { method: "GET", path: ABSENT, headers })
  }
}

const read = (path: string) => path.replace("/api/v2", "")
