import { useEffect, useRef } from "react"

/** What was given last: callbacks may be new with every rendering, and start nothing anew. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
