import { useRef } from "react"

/**
 * Lets one of an action run at a time. A button that is disabled while it runs is not enough: the second
 * click of a double click comes before that.
 *
 * @returns what starts the action, unless one runs; the action calls `done` when it is over
 */
export function useOneAtATime(): (act: (done: () => void) => void) => void {
  const isRunning = useRef(false)
  return (act) => {
    if (isRunning.current) return
    isRunning.current = true
    act(() => {
      isRunning.current = false
    })
  }
}
