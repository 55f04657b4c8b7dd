import { newToken } from "./state/ids"

/** The access tokens given out. They do not survive a restart. */
export class Tokens {
  private readonly expiries = new Map<string, number>()

  issue(lifetimeSeconds: number): string {
    const token = newToken()
    this.expiries.set(token, Date.now() + lifetimeSeconds * 1_000)
    return token
  }

  isValid(token: string): boolean {
    return (this.expiries.get(token) ?? 0) > Date.now()
  }

  expireAll(): void {
    this.expiries.clear()
  }
}
