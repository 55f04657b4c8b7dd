import type { BigNumberValue } from "@medusajs/framework/types"
import { z } from "zod"

/** An amount as Medusa's query gives it: major units, in one of several shapes. */
export const amount = z.custom<BigNumberValue>((value) => value !== null && value !== undefined)

/** A time as Medusa's query gives it. */
export const date = z.union([z.date(), z.string()])
