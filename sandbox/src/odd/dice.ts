/** Throws from 0 to below 1; the same seed throws the same. Mulberry32. */
export class Dice {
  private thrown = 0

  throw(seed: number): number {
    this.thrown += 1
    let mixed = (seed * 2_654_435_761 + this.thrown * 0x6d2b79f5) | 0
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
