import type { BigNumberInput } from "@medusajs/framework/types"
import { z } from "zod"
import { amount } from "../mapping/words/rows"
import { findOne, type Query } from "./query"

/**
 * The amount of Medusa's capture row, major units: it is committed before the provider is called.
 *
 * @returns null when there is no such row
 */
export async function readCaptureAmount(
  query: Query,
  id: string | undefined,
): Promise<BigNumberInput | null> {
  const capture = await findOne(query, {
    entity: "capture",
    schema: z.object({ amount }),
    by: { id },
  })
  return capture?.amount ?? null
}
