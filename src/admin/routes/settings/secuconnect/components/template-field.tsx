import { Input, Label, Switch } from "@medusajs/ui"
import { useWords } from "../../../../lib/use-words"
import type { TemplateDraft } from "../lib/draft"
import type { FieldProps } from "./field-props"
import { idOf } from "./setting-row"

/** One template for all, or one per language. */
export function TemplateField({ field, value, disabled, refused, onChange }: FieldProps) {
  const { say } = useWords()
  if (typeof value !== "object" || "mails" in value) return null
  const id = idOf(field.name)
  const input = (key: "all" | "de" | "en", name: string) => (
    <Input
      id={key === "all" ? id : `${id}-${key}`}
      aria-label={name}
      aria-describedby={refused ? `${id}-hint ${id}-error` : `${id}-hint`}
      aria-invalid={refused}
      autoComplete="off"
      spellCheck={false}
      value={value[key]}
      disabled={disabled}
      onChange={(event) =>
        onChange({ ...value, [key]: event.target.value } satisfies TemplateDraft)
      }
    />
  )
  const label = say("settings.fields.checkoutTemplateId.label")
  return (
    <div className="flex flex-col gap-y-2">
      {value.perLanguage ? (
        <>
          {input("de", `${label}, ${say("settings.options.de")}`)}
          {input("en", `${label}, ${say("settings.options.en")}`)}
        </>
      ) : (
        input("all", label)
      )}
      <div className="flex items-center gap-x-2">
        <Switch
          id={`${id}-per-language`}
          size="small"
          checked={value.perLanguage}
          disabled={disabled}
          onCheckedChange={(perLanguage) => onChange({ ...value, perLanguage })}
        />
        <Label size="xsmall" htmlFor={`${id}-per-language`}>
          {say("settings.perLanguage")}
        </Label>
      </div>
    </div>
  )
}
