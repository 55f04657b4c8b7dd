import type { Router } from "express"
import { z } from "zod"
import { assignDefined } from "../assign-defined"
import { faultKinds, type Fault, type FaultInput } from "../faults"
import { oddAnswerNames, oddAnswers } from "../odd-answers"
import { settleAll } from "../machine/checkout"
import type { Sandbox } from "../sandbox"
import { control, ControlError, parse } from "./reply"
import { settingsSchema, settingsView } from "./settings"
import { messageOf } from "../message-of"

const milliseconds = z.int().min(0)

const faultSchema = z.strictObject({
  method: z.string().optional(),
  path: z.string().min(1),
  fault: z.enum(faultKinds),
  status: z.int().min(200).max(599).default(500),
  code: z.int().default(1009),
  delay_ms: milliseconds.default(1_000),
  times: z.int().min(1).optional(),
})

/** Settings, faults, tokens and the journal. */
export function addInstrumentRoutes(router: Router, sandbox: Sandbox): void {
  router.get(
    "/settings",
    control(() => settingsView(sandbox.settings)),
  )
  router.post(
    "/settings",
    control((request) => {
      const { truthDelayMs } = assignDefined(sandbox.settings, parse(settingsSchema, request.body))
      if (truthDelayMs === 0) settleAll(sandbox)
      return settingsView(sandbox.settings)
    }),
  )
  router.post(
    "/tokens/expire",
    control(() => {
      sandbox.tokens.expireAll()
      return { expired: true }
    }),
  )
  addFaultRoutes(router, sandbox)
  router.get(
    "/odd-answers",
    control(() => ({
      odd_answers: oddAnswerNames.map((name) => ({ name, what: oddAnswers[name].what })),
    })),
  )
  router.get(
    "/requests",
    control(() => ({ requests: sandbox.journal.list() })),
  )
  router.delete(
    "/requests",
    control(() => {
      sandbox.journal.clear()
      return { requests: [] }
    }),
  )
}

function addFaultRoutes(router: Router, { faults }: Sandbox): void {
  router.get(
    "/faults",
    control(() => ({ faults: faults.list().map(faultView) })),
  )
  router.post(
    "/faults",
    control((request) => faultView(addFault(faults, parse(faultSchema, request.body)))),
  )
  router.delete(
    "/faults",
    control(() => {
      faults.clear()
      return { faults: [] }
    }),
  )
}

function addFault(faults: Sandbox["faults"], input: FaultInput): Fault {
  try {
    return faults.add(input)
  } catch (error) {
    throw new ControlError(400, messageOf(error))
  }
}

function faultView({ id, method, path, fault, status, code, delay_ms, times, met }: Fault) {
  return { id, method, path, fault, status, code, delay_ms, times, met }
}
