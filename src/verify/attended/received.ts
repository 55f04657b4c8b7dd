import type { Act } from "./acts"
import type { ReceivedCall } from "./listener"
import type { Stage } from "./stage"

/** Keeps how the customer came back, if at all. */
export function noteReturn(stage: Stage, { name }: Act, index: number): void {
  const call = stage.listener.received(index).find(({ kind }) => kind !== "push")
  if (!call) return
  const { kind: called, method, appended } = call
  keep(stage, `${name}: return`, { called, method, ...(appended ? { appended } : {}) })
}

/** Waits for the push of a paid visit, and for its repetition where it was refused. */
export async function notePushes(
  stage: Stage,
  act: Act,
  { index, begin }: { index: number; begin: number },
): Promise<void> {
  if (!stage.expectsPushes) return
  const { listener, pace, notes } = stage
  const pushes = () => listener.received(index).filter(({ kind }) => kind === "push")
  await listener.waitFor(() => pushes().length > 0, pace.push)
  const [first] = pushes()
  if (!first) {
    notes.push(`${act.name}: no push within ${seconds(pace.push)}`)
    return
  }
  notes.push(
    `${act.name}: push ${seconds(first.at - begin)} after the page was opened, ${headersOf(first)}`,
  )
  keep(stage, `${act.name}: push`, contentOf(first))
  if (!act.refusePush) return
  await listener.waitFor(() => pushes().length > 1, pace.push)
  const again = pushes()[1]
  if (again) notes.push(`${act.name}: refused push repeated ${seconds(again.at - first.at)} later`)
  const content = again ? contentOf(again) : {}
  keep(stage, `${act.name}: push again after a 500`, { repeated: again !== undefined, ...content })
}

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`

/** Names only: a value may be a secret. */
const headersOf = ({ headers }: ReceivedCall) =>
  `with the headers ${Object.keys(headers).sort().join(", ")}`

function contentOf({ method, headers, body, appended }: ReceivedCall): object {
  const media_type = (headers["content-type"] ?? "none").replace(/;.*$/, "")
  return { method, media_type, ...(appended ? { appended } : {}), body: parsed(body) }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** As if it were an answer: it is compared and recorded like one. */
function keep({ play }: Stage, step: string, json: object): void {
  play.host.keep({
    step,
    request: { method: "POST", path: "/" },
    answer: { status: 200, contentType: "application/json", text: "", json },
  })
}
