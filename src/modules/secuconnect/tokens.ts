import { createHash, randomBytes } from "node:crypto"

// Crockford's alphabet: no I, L, O, U, so that nobody misreads a reference on the phone.
const REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** An unguessable token for a return or push address: 256 bits, safe in URLs. */
export function createToken(): string {
  return randomBytes(32).toString("base64url")
}

/** Only this is stored of a token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}

/** A short id that people can read out: ten characters, 50 bits. */
export function createReference(): string {
  return [...randomBytes(10)].map((byte) => REFERENCE_ALPHABET.charAt(byte % 32)).join("")
}
