/** Tells each step as it begins, and how long it took when it is done. */
export class Progress {
  private readonly begin = Date.now()

  async step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
    const begin = Date.now()
    process.stdout.write(`  ${title} … `)
    const result = await work()
    console.log(seconds(begin))
    return result
  }

  total(): string {
    return seconds(this.begin)
  }
}

function seconds(begin: number): string {
  return `${((Date.now() - begin) / 1000).toFixed(1)} s`
}
