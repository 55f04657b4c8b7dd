import { newSupportId } from "../state/ids"

interface ErrorKind {
  http: number
  /** Name of the vendor's exception. */
  error: string
  code: number
  user: string
}

const unknownError = (code: number): string =>
  `Es ist ein unbekannter Fehler aufgetreten (Code ${code})`

/**
 * Documented are: HTTP 403 with code 2003; code 1xxx for internal errors; code 4028 for an action
 * that is not possible; the exception for a malformed payload and for an incorrect id. The other
 * pairs of HTTP status and code are invented.
 * @see https://developer.secuconnect.com/integration/Error_Handling.html
 */
const kinds = {
  token: { http: 403, error: "ProductNotAllowedException", code: 2003, user: unknownError(2003) },
  internal: { http: 500, error: "ProductInternalException", code: 1009, user: unknownError(1009) },
  format: {
    http: 400,
    error: "ProductFormatException",
    code: 3001,
    user: "Die übermittelten Daten sind ungültig (Code 3001)",
  },
  unknown_contract: {
    http: 403,
    error: "ProductNotAllowedException",
    code: 3005,
    user: "Der Vertrag ist unbekannt (Code 3005)",
  },
  unknown_id: {
    http: 403,
    error: "ProductNotAllowedException",
    code: 3006,
    user: unknownError(3006),
  },
  unknown_route: {
    http: 404,
    error: "ProductNotFoundException",
    code: 3004,
    user: unknownError(3004),
  },
  not_refundable: {
    http: 400,
    error: "ProductNotAllowedException",
    code: 4027,
    user: "Der Betrag kann nicht erstattet werden (Code 4027)",
  },
  wrong_state: {
    http: 400,
    error: "ProductNotAllowedException",
    code: 4028,
    user: "Die Aktion ist nicht möglich (Code 4028)",
  },
} as const satisfies Record<string, ErrorKind>

/** A refusal in the API's shape. `message` becomes `error_details`. */
export class ApiError extends Error {
  override readonly name = "ApiError"
  readonly kind: ErrorKind

  constructor(kind: keyof typeof kinds, details: string) {
    super(details)
    this.kind = kinds[kind]
  }
}

/** The documented body of an error answer. */
export function errorBody(error: { kind: Omit<ErrorKind, "http">; details: string }) {
  return {
    status: "error",
    error: error.kind.error,
    error_details: error.details,
    error_user: error.kind.user,
    code: error.kind.code,
    supportId: newSupportId(),
  }
}

/** An error answer as a fault asks for it. */
export function faultReply(status: number, code: number) {
  const kind = { error: "ProductInternalException", code, user: unknownError(code) }
  return { status, body: errorBody({ kind, details: "Fault ordered from the sandbox" }) }
}
