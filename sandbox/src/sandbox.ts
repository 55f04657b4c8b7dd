import type { Faults } from "./faults"
import type { Journal } from "./journal"
import type { OddAnswers } from "./odd-answers"
import type { SandboxConfig, SandboxSettings } from "./options"
import type { Pushes } from "./pushes"
import type { State } from "./state/state"
import type { Timers } from "./timers"
import type { Tokens } from "./tokens"

/** The parts of a running sandbox, handed to whoever answers a request. */
export interface Sandbox {
  config: SandboxConfig
  settings: SandboxSettings
  state: State
  tokens: Tokens
  journal: Journal
  faults: Faults
  odd: OddAnswers
  pushes: Pushes
  timers: Timers
}
