import { z } from "zod"
import type { Sandbox } from "../sandbox"
import type { ApiCall, Reply } from "./endpoint"

const requestSchema = z.looseObject({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
})

const refuse = (error: string, description: string): Reply => ({
  status: 400,
  body: { error, error_description: description },
})

/**
 * `POST /oauth/token`, JSON or form. Refusals have OAuth's shape, not the API's.
 * @see https://developer.secuconnect.com/integration/Authenticate_with_OAuth_2.0.html
 */
export function issueToken(sandbox: Sandbox): (call: ApiCall) => Reply {
  return ({ body }) => {
    const request = requestSchema.safeParse(body)
    if (!request.success) {
      return refuse("invalid_request", "grant_type, client_id and client_secret are needed")
    }
    if (request.data.grant_type !== "client_credentials") {
      return refuse("unsupported_grant_type", "The sandbox knows client_credentials only")
    }
    const { clientId, clientSecret } = sandbox.config
    if (request.data.client_id !== clientId || request.data.client_secret !== clientSecret) {
      return refuse("invalid_client", "The client credentials are invalid")
    }
    const lifetime = sandbox.settings.tokenLifetimeSeconds
    return {
      status: 200,
      body: {
        access_token: sandbox.tokens.issue(lifetime),
        expires_in: lifetime,
        token_type: "bearer",
        scope: "https://scope.secucard.com/e/api",
      },
    }
  }
}
