import type { SoakReport } from "./soak"

/** What a run has done, for people. */
export function describeSoak({ seed, checkouts, seconds, sums, audit, diary }: SoakReport): string {
  const counts = [...diary.counts].sort(([one], [other]) => one.localeCompare(other))
  const lines = counts.map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`)
  const perMinute = Math.round((checkouts * 60) / seconds)
  return [
    `Seed ${seed}: ${checkouts} checkouts in ${Math.round(seconds)} s, ${perMinute} a minute.`,
    ...lines,
    `${sums.orders} orders, ${sums.orphans} marked payments without one.`,
    `Captured less refunded in Medusa ${sums.medusa}, effective at secuconnect ${sums.secuconnect} (minor units).`,
    `Audit, exit code ${audit.code}:`,
    audit.text.trim(),
    ...diary.violations.map((what) => `WRONG  ${what}`),
  ].join("\n")
}

/** Whether nothing differs at all. */
export function isClean({ sums, audit, diary }: SoakReport): boolean {
  return audit.code === 0 && sums.medusa === sums.secuconnect && diary.violations.length === 0
}
