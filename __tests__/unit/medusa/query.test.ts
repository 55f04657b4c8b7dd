import { z } from "zod"
import { list, text, whole } from "../../../src/mapping/words/rows"
import { findAll, findOne, listAll } from "../../../src/medusa/query"
import { queryOf } from "./support/query"

const schema = z.object({ id: z.string() })
type By = Parameters<typeof findAll>[1]["by"]

const somebodyElses = () => queryOf({ order: [{ id: "order_9" }] })

describe("Query, which ignores a filter without a value, is not asked for", () => {
  it.each<[string, By]>([
    ["undefined", { id: undefined }],
    ["null", { id: null }],
    ["an empty id", { id: "" }],
    ["an empty list", { id: [] }],
    ["a list of missing ids", { id: [undefined, null, ""] }],
    ["two ids of which one is missing", { order_id: "order_1", status: undefined }],
    ["no id at all", {}],
  ])("%s", async (_what, by) => {
    const query = somebodyElses()
    const wanted = { entity: "order", schema, by }
    expect(await findOne(query, wanted)).toBeNull()
    expect(await findAll(query, wanted)).toEqual([])
    expect(query.asked).toEqual([])
  })
})

describe("Query is asked for", () => {
  it.each<[string, By, object]>([
    ["an id", { id: "order_1" }, { id: "order_1" }],
    ["several", { id: ["order_1", "order_2"] }, { id: ["order_1", "order_2"] }],
    ["those of a list that are there", { id: ["", "order_1", null] }, { id: ["order_1"] }],
    [
      "two things at once",
      { order_id: "order_1", status: ["pending"] },
      { order_id: "order_1", status: ["pending"] },
    ],
  ])("%s", async (_what, by, filters) => {
    const query = somebodyElses()
    expect(await findOne(query, { entity: "order", schema, by })).toEqual({ id: "order_9" })
    expect(query.asked).toEqual([{ entity: "order", fields: ["id"], filters }])
  })

  it("all rows only by the name that says so", async () => {
    const query = somebodyElses()
    expect(await listAll(query, { entity: "order", schema })).toEqual([{ id: "order_9" }])
  })
})

it("asks for the leaves of the schema", async () => {
  const line = z.object({
    id: z.string(),
    title: text,
    product: z.object({ gtin: text }).nullish(),
  })
  const deep = z.object({
    id: z.string(),
    data: whole(z.object({ checkout_id: text }).nullish()),
    items: list(line),
    collection: z.object({ order: schema.nullish() }),
  })
  const query = queryOf({})
  await findOne(query, { entity: "order", schema: deep, by: { id: "order_1" } })
  expect(query.asked[0]?.fields).toEqual([
    ...["id", "data", "items.id", "items.title", "items.product.gtin", "collection.order.id"],
  ])
})

it("throws when a row is not what the schema says", async () => {
  const query = queryOf({ order: [{ id: 7 }] })
  const found = findAll(query, { entity: "order", schema, by: { id: "order_1" } })
  await expect(found).rejects.toThrow(z.ZodError)
})
