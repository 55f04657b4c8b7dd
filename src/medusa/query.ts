import { z } from "zod"

/** The part of Medusa's Query that is used. */
export interface Query {
  graph(config: {
    entity: string
    fields: string[]
    filters: Record<string, string | string[]>
  }): Promise<{ data: unknown[] }>
}

/** An id or several. */
type Ids = string | readonly (string | null | undefined)[] | null | undefined

interface Wanted<Schema extends z.ZodType> {
  entity: string
  schema: Schema
  /** Only where Medusa needs to be asked otherwise than for the leaves of the schema. */
  fields?: string[]
}

interface WantedBy<Schema extends z.ZodType> extends Wanted<Schema> {
  /** Nothing is found where one of them is missing. */
  by: Record<string, Ids>
}

/** @throws ZodError when Medusa's row is not what the schema says */
export async function findOne<Schema extends z.ZodType>(
  query: Query,
  wanted: WantedBy<Schema>,
): Promise<z.output<Schema> | null> {
  return (await findAll(query, wanted))[0] ?? null
}

/** @throws ZodError when one of Medusa's rows is not what the schema says */
export async function findAll<Schema extends z.ZodType>(
  query: Query,
  { by, ...wanted }: WantedBy<Schema>,
): Promise<z.output<Schema>[]> {
  const filters = filtersOf(by)
  return filters ? await read(query, wanted, filters) : []
}

/** Every row there is: only for what a shop has few of. */
export async function listAll<Schema extends z.ZodType>(
  query: Query,
  wanted: Wanted<Schema>,
): Promise<z.output<Schema>[]> {
  return await read(query, wanted, {})
}

async function read<Schema extends z.ZodType>(
  query: Query,
  { entity, schema, fields = fieldsOf(schema) }: Wanted<Schema>,
  filters: Record<string, string | string[]>,
): Promise<z.output<Schema>[]> {
  const { data } = await query.graph({ entity, fields, filters })
  return data.map((row) => schema.parse(row))
}

/**
 * Query ignores a filter whose value is undefined, and then hands out everybody's rows.
 *
 * @returns null when an id, or every one of a list, is missing
 */
function filtersOf(by: Record<string, Ids>): Record<string, string | string[]> | null {
  const filters = Object.entries(by).map(([name, given]) => {
    const ids = typeof given === "string" ? given : (given ?? []).flatMap((id) => id || [])
    return [name, ids] as const
  })
  const isComplete = filters.length > 0 && filters.every(([, ids]) => ids.length > 0)
  return isComplete ? Object.fromEntries(filters) : null
}

/** "a.b" for every leaf of a schema, so that schema and query cannot drift apart. */
function fieldsOf(schema: z.core.$ZodType): string[] {
  const shape: Record<string, z.core.$ZodType> = innerObject(schema)?.shape ?? {}
  return Object.entries(shape).flatMap(([name, inner]) => {
    const fields = fieldsOf(inner)
    return fields.length > 0 ? fields.map((field) => `${name}.${field}`) : [name]
  })
}

function innerObject(schema: z.core.$ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema
  if (schema instanceof z.ZodArray) return innerObject(schema.element)
  if (schema instanceof z.ZodPipe) return innerObject(schema.in)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return innerObject(schema.unwrap())
  }
  return null
}
