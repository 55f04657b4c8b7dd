import { Badge, Hint, Label, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useWords } from "../../../../lib/use-words"
import type { AdminSetting } from "../../../../../http-types"
import type { FieldName } from "../lib/fields"

interface SettingRowProps {
  name: FieldName
  /** The field needs the whole width, and stands below the explanation. */
  isWide?: boolean
  source: AdminSetting["source"]
  /** The server refused what stands in the field. */
  refused: boolean
  children: ReactNode
}

/** A setting: name, explanation, where the value comes from, the field, and what is wrong with it. */
export function SettingRow({ name, isWide, source, refused, children }: SettingRowProps) {
  const { say } = useWords()
  const columns = isWide ? "" : "md:grid-cols-2 md:gap-x-6"
  return (
    <div className={`grid grid-cols-1 gap-3 px-6 py-4 ${columns}`}>
      <div className="flex flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Label size="small" weight="plus" htmlFor={idOf(name)} id={`${idOf(name)}-label`}>
            {say(`settings.fields.${name}.label`)}
          </Label>
          {source === "config" && <Badge size="2xsmall">{say("settings.inConfig")}</Badge>}
        </div>
        <Text size="small" className="text-ui-fg-subtle" id={`${idOf(name)}-hint`}>
          {say(`settings.fields.${name}.hint`)}
        </Text>
      </div>
      <div className="flex min-w-0 flex-col gap-y-1">
        {children}
        {refused && (
          <Hint variant="error" id={`${idOf(name)}-error`} role="alert">
            {say(`settings.fields.${name}.rule`)}
          </Hint>
        )}
      </div>
    </div>
  )
}

/** Of a setting's field in the page. */
export const idOf = (name: FieldName): string => `secuconnect-${name}`
