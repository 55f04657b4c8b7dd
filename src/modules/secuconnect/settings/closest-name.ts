/** More letters than these are no slip of the pen. */
const SLIPS = 2

/** The name that somebody meant who has written another one, or null. Case, `_` and `-` do not count. */
export function closestName(written: string, names: readonly string[]): string | null {
  const ranked = names
    .map((name) => ({ name, slips: distance(plain(written), plain(name)) }))
    .toSorted((one, other) => one.slips - other.slips)
  const [best] = ranked
  return best && best.slips <= SLIPS ? best.name : null
}

const plain = (name: string) => name.toLowerCase().replace(/[_-]/g, "")

/** How many letters are to be changed, added or taken away (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1]
    for (const [j, opposite] of Array.from(other).entries()) {
      const swapped = (row[j] ?? 0) + (letter === opposite ? 0 : 1)
      next.push(Math.min(swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
