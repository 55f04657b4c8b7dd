import { randomBytes } from "node:crypto"

const upper = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
const lower = "abcdefghijklmnopqrstuvwxyz0123456789"

function pick(alphabet: string, length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("")
}

/** `STX_`, `PCI_`, `PCU_`, `PCT_` and 30 characters, as the vendor's ids look. */
export const newId = (prefix: "STX" | "PCI" | "PCU" | "PCT"): string =>
  `${prefix}_${pick(upper, 30)}`

export const newEventId = (): string => `evt_${randomBytes(16).toString("hex")}`

/** What a buyer shows when he collects his order. */
export const newPickupCode = (): string => pick("0123456789", 6)

export const newToken = (): string => pick(lower, 26)

export const newSupportId = (): string => randomBytes(16).toString("hex")

/** The id of the older API that payments still carry: twelve letters, eight digits. */
export function newTransactionHash(): string {
  return pick("abcdefghijklmnopqrstuvwxyz", 12) + pick("0123456789", 8)
}
