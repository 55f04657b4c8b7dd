import { useEffect, useState } from "react"

interface Loading<Data> {
  data?: Data
  isFailed?: boolean
}

/** Loads something when a component appears, and again whenever `key` changes. */
export function useData<Data>(key: string, load: () => Promise<Data>): Loading<Data> {
  const [state, setState] = useState<Loading<Data>>({})

  useEffect(() => {
    let isCurrent = true
    load()
      .then((data) => isCurrent && setState({ data }))
      .catch(() => isCurrent && setState({ isFailed: true }))
    return () => {
      isCurrent = false
    }
  }, [key])

  return state
}
