import type { Query } from "../../../../src/medusa/query"

type Asked = Parameters<Query["graph"]>[0]

/** A Query that answers with these rows, by entity, and keeps what it was asked. */
export function queryOf(rows: Record<string, unknown[]>): Query & { asked: Asked[] } {
  const asked: Asked[] = []
  return {
    asked,
    graph: (config) => {
      asked.push(config)
      return Promise.resolve({ data: rows[config.entity] ?? [] })
    },
  }
}
