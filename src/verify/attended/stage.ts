import type { Play } from "../play"
import type { Customer } from "./customer"
import type { Listener } from "./listener"

/** How patient a run is, in milliseconds. */
export interface Pace {
  /** Between two looks at a status. */
  poll: number
  /** A status that has not changed for so long stays. */
  steady: number
  /** A push comes by then, also a repeated one. */
  push: number
}

/** An attended run against one host. */
export interface Stage {
  play: Play
  customer: Customer
  listener: Listener
  pace: Pace
  /** Whether the host can reach the listener. */
  expectsPushes: boolean
  /** What was seen and is not compared, in words. */
  notes: string[]
}
