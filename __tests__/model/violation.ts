/** A law that does not hold. Its name is that of the law. */
export class Violation extends Error {
  constructor(law: string, what: string) {
    super(`${law}: ${what}`)
    this.name = "Violation"
  }
}
