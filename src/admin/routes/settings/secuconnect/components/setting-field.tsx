import { Input, Select, Switch, Textarea } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useWords } from "../../../../lib/use-words"
import type { Field } from "../lib/fields"
import { ariaOf, type FieldProps } from "./field-props"
import { MailsField } from "./mails-field"
import { idOf } from "./setting-row"
import { TemplateField } from "./template-field"

type PlainKind = Exclude<Field["kind"], "choice">

const PLAIN: Record<PlainKind, (props: FieldProps) => ReactNode> = {
  switch: SwitchField,
  template: TemplateField,
  mails: MailsField,
  lines: LinesField,
  text: TextField,
  number: TextField,
  days: TextField,
}

/** The field of a setting, by its kind. */
export function SettingField(props: FieldProps) {
  const { field } = props
  if (field.kind === "choice") return <ChoiceField {...props} field={field} />
  const Plain = PLAIN[field.kind]
  return <Plain {...props} />
}

function SwitchField(props: FieldProps) {
  const { field, value, disabled, onChange } = props
  return (
    <Switch
      {...ariaOf(props)}
      aria-labelledby={`${idOf(field.name)}-label`}
      checked={value === true}
      disabled={disabled}
      onCheckedChange={onChange}
    />
  )
}

const textOf = ({ value }: FieldProps) => (typeof value === "string" ? value : "")

function TextField(props: FieldProps) {
  const { field, disabled, onChange } = props
  return (
    <Input
      {...ariaOf(props)}
      inputMode={field.kind === "number" ? "numeric" : "text"}
      autoComplete="off"
      spellCheck={false}
      value={textOf(props)}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function LinesField(props: FieldProps) {
  const { disabled, onChange } = props
  return (
    <Textarea
      {...ariaOf(props)}
      rows={4}
      value={textOf(props)}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function ChoiceField(props: FieldProps<Extract<Field, { kind: "choice" }>>) {
  const { say } = useWords()
  const { field, value, disabled, onChange } = props
  return (
    <Select
      value={typeof value === "string" ? value : ""}
      disabled={disabled}
      onValueChange={onChange}
    >
      <Select.Trigger {...ariaOf(props)} aria-labelledby={`${idOf(field.name)}-label`}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {field.options.map((option) => (
          <Select.Item key={option} value={option}>
            {say(`settings.options.${option}`)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
