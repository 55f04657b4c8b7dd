/** Milliseconds of one kind of call, over all rounds. */
export interface Series {
  name: string
  samples: number[]
}

/** @param share 0.5 is the median */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export async function timed<Result>(series: Series, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now()
  const result = await work()
  series.samples.push(performance.now() - start)
  return result
}

export function table(rows: Record<string, string | number>[]): string {
  const [first] = rows
  if (!first) return ""
  const names = Object.keys(first)
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))]
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "),
  )
  return lines.join("\n")
}

export function describe({ name, samples }: Series) {
  return {
    what: name,
    rounds: samples.length,
    "p50 ms": percentile(samples, 0.5).toFixed(1),
    "p95 ms": percentile(samples, 0.95).toFixed(1),
  }
}
