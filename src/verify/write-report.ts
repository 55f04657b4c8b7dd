import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { toMarkdown, type Report } from "./report"

/**
 * Writes `report.md`, `report.json` and one file per recording.
 *
 * @param folder is made; what lies in it under the same names is replaced
 */
export async function writeReport(folder: string, report: Report): Promise<void> {
  const recordings = join(folder, "recordings")
  await mkdir(recordings, { recursive: true })
  const { recordings: kept, ...rest } = report
  await writeFile(join(folder, "report.md"), toMarkdown(report))
  await writeFile(join(folder, "report.json"), json(rest))
  for (const [index, recording] of kept.entries()) {
    const name = `${String(index + 1).padStart(3, "0")}-${slug(recording.step)}.json`
    await writeFile(join(recordings, name), json(recording))
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
