import { existsSync, readFileSync } from "node:fs"
import { mkdir, rename, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { z } from "zod"
import {
  containerRecordSchema,
  customerRecordSchema,
  paymentSchema,
  pushSchema,
  smartTransactionSchema,
} from "./records"
import type { Snapshot } from "./state"

const version = 1
const debounceMs = 100

const fileSchema = z.object({
  version: z.literal(version),
  smartTransactions: z.array(smartTransactionSchema),
  payments: z.array(paymentSchema),
  pushes: z.array(pushSchema),
  customers: z.array(customerRecordSchema).default([]),
  containers: z.array(containerRecordSchema).default([]),
})

/**
 * The state of an earlier run, or null when there is no such file.
 * @throws Error when the file is there but not one of ours
 */
export function readStateFile(path: string): Snapshot | null {
  if (!existsSync(path)) return null
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, "utf8")))
  } catch (cause) {
    throw new Error(
      `${path} is not a state file of this version of the sandbox. Delete it or name another one.`,
      { cause },
    )
  }
}

/** Writes the state a moment after it changed, one write at a time, never half a file. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()
  private readonly path: string
  private readonly snapshot: () => Snapshot

  constructor(path: string, snapshot: () => Snapshot) {
    this.path = path
    this.snapshot = snapshot
  }

  schedule(): void {
    this.timer ??= setTimeout(() => void this.flush(), debounceMs)
  }

  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    this.writing = this.writing.then(() => this.write())
    return this.writing
  }

  private async write(): Promise<void> {
    const text = JSON.stringify({ version, ...this.snapshot() })
    await mkdir(dirname(this.path), { recursive: true })
    await writeFile(`${this.path}.new`, text, { mode: 0o600 })
    await rename(`${this.path}.new`, this.path)
  }
}
