import type { DraftValue } from "../lib/draft"
import type { Field } from "../lib/fields"
import { idOf } from "./setting-row"

export interface FieldProps<Kind extends Field = Field> {
  field: Kind
  value: DraftValue | undefined
  /** Set in medusa-config, or being saved. */
  disabled: boolean
  refused: boolean
  onChange: (value: DraftValue) => void
}

/** Ties the field to its explanation and its error. */
export function ariaOf({ field, refused }: Pick<FieldProps, "field" | "refused">) {
  const id = idOf(field.name)
  return {
    id,
    "aria-describedby": refused ? `${id}-hint ${id}-error` : `${id}-hint`,
    "aria-invalid": refused,
  }
}
