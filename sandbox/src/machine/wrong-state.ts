/** What was asked for does not fit the state of the transaction. The message says which. */
export class WrongState extends Error {
  override readonly name = "WrongState"
}
