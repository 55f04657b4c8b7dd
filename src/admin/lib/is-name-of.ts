/** Whether a word of the server is one that we have a text for. */
export function isNameOf<Names extends object>(
  names: Names,
  given: string,
): given is keyof Names & string {
  return Object.hasOwn(names, given)
}
