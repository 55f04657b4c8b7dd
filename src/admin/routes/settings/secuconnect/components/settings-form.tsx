import { Container, Heading, toast } from "@medusajs/ui"
import { useEffect, useState, type FormEvent } from "react"
import type { AdminSettingsResponse } from "../../../../../http-types"
import { useWords } from "../../../../lib/use-words"
import { changesOf, toDraft } from "../lib/draft"
import { FIELDS, GROUPS } from "../lib/fields"
import { refusedFields, useSaveSettings } from "../lib/use-settings"
import { SaveBar } from "./save-bar"
import { SettingField } from "./setting-field"
import { idOf, SettingRow } from "./setting-row"

/** All settings, saved together. Mount it anew for another revision. */
export function SettingsForm({
  reply,
  reload,
}: {
  reply: AdminSettingsResponse
  reload: () => unknown
}) {
  const { say } = useWords()
  const initial = toDraft(reply.settings)
  const [draft, setDraft] = useState(initial)
  const [refused, setRefused] = useState<string[]>([])
  const [conflict, setConflict] = useState<string | null>(null)
  const save = useSaveSettings()
  const values = changesOf(initial, draft)
  const isChanged = Object.keys(values).length > 0

  // Only when the answer has switched the fields on again can one of them be gone to.
  useEffect(() => {
    const first = FIELDS.find(({ name }) => refused.includes(name))
    if (first && !save.isPending) document.getElementById(idOf(first.name))?.focus()
  }, [refused, save.isPending])

  const onError = (error: Error) => {
    if ("status" in error && error.status === 409) {
      setConflict(error.message)
      return
    }
    const names = "status" in error && error.status === 400 ? refusedFields(error.message) : []
    const first = FIELDS.find(({ name }) => names.includes(name))
    setRefused(names)
    toast.error(first ? say("settings.refused") : error.message)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused([])
    const onSuccess = () => toast.success(say("settings.saved"))
    save.mutate({ revision: reply.revision, values }, { onError, onSuccess })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-y-3">
      {GROUPS.map(({ name: group, fields }) => (
        <Container key={group} className="divide-y p-0">
          <div className="px-6 py-4">
            <Heading level="h2">{say(`settings.groups.${group}`)}</Heading>
          </div>
          {fields.map((field) => {
            const source = reply.settings[field.name]?.source ?? "default"
            const isRefused = refused.includes(field.name)
            return (
              <SettingRow
                key={field.name}
                name={field.name}
                isWide={field.kind === "mails"}
                source={source}
                refused={isRefused}
              >
                <SettingField
                  field={field}
                  value={draft[field.name]}
                  disabled={source === "config" || save.isPending}
                  refused={isRefused}
                  onChange={(value) => setDraft((now) => ({ ...now, [field.name]: value }))}
                />
              </SettingRow>
            )
          })}
        </Container>
      ))}
      <SaveBar
        conflict={conflict}
        isChanged={isChanged}
        isSaving={save.isPending}
        reload={reload}
        discard={() => {
          setDraft(initial)
          setRefused([])
        }}
      />
    </form>
  )
}
