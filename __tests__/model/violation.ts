/** A law that does not hold. */
export class Violation extends Error {
  constructor(
    readonly law: string,
    what: string,
  ) {
    super(`${law}: ${what}`)
    this.name = "Violation"
  }
}
