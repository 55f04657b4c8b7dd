export const faultKinds = [
  "status",
  "delay",
  "hold_before",
  "hold",
  "drop_before",
  "drop_after",
  "garbage",
] as const

export interface FaultInput {
  method?: string | undefined
  path: string
  fault: (typeof faultKinds)[number]
  status: number
  code: number
  delay_ms: number
  times?: number | undefined
}

/** A disturbance that is waiting for its requests. */
export interface Fault extends FaultInput {
  id: number
  pattern: RegExp
  /** How many requests it has met. */
  met: number
  /** Settles when the fault is deleted. */
  released: Promise<void>
  release: () => void
}

/** Disturbances for the requests to come, first match first. */
export class Faults {
  private faults: Fault[] = []
  private lastId = 0

  /** @throws SyntaxError when `path` is not a regular expression */
  add(input: FaultInput): Fault {
    const pattern = new RegExp(input.path)
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    this.lastId += 1
    const fault = { ...input, id: this.lastId, pattern, met: 0, released, release }
    this.faults.push(fault)
    return fault
  }

  list(): readonly Fault[] {
    return this.faults
  }

  clear(): void {
    for (const fault of this.faults) fault.release()
    this.faults = []
  }

  /** The fault that this request meets, counted. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.faults.find(
      (candidate) =>
        candidate.met < (candidate.times ?? Infinity) &&
        (candidate.method === undefined || candidate.method.toUpperCase() === method) &&
        candidate.pattern.test(path),
    )
    if (fault) fault.met += 1
    return fault
  }
}
