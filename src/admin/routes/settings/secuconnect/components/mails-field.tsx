import { Button, InlineTip, Input, Label, Switch, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminMailsResponse, MailKind } from "../../../../../http-types"
import { useWords } from "../../../../lib/use-words"
import { MAILS, type MailsDraft } from "../lib/mails-draft"
import { useMails, useSampleMail } from "../lib/use-mails"
import type { FieldProps } from "./field-props"
import { MailPreview } from "./mail-preview"
import { idOf } from "./setting-row"

/** Which mails customers get: each with a switch, a template, a preview and a sample. */
export function MailsField({ field, value, disabled, refused, onChange }: FieldProps) {
  const { say, language } = useWords()
  const [shown, setShown] = useState<MailKind | null>(null)
  const { data } = useMails(language)
  if (typeof value !== "object" || !("mails" in value)) return null
  const { mails } = value
  const set = (kind: MailKind, change: Partial<MailsDraft["mails"][MailKind]>) =>
    onChange({ mails: { ...mails, [kind]: { ...mails[kind], ...change } } })
  return (
    <div id={idOf(field.name)} tabIndex={-1} className="flex flex-col gap-y-4">
      <Notices data={data} isNoneOn={MAILS.every((kind) => !mails[kind].isOn)} />
      <ul className="shadow-borders-base divide-y rounded-lg">
        {MAILS.map((kind) => {
          const { isOn, template } = mails[kind]
          const id = `${idOf(field.name)}-${kind}`
          return (
            <li key={kind} className="flex flex-col gap-y-3 px-4 py-3">
              <div className="flex items-start gap-x-3">
                <Switch
                  id={id}
                  size="small"
                  className="mt-0.5 shrink-0"
                  aria-describedby={`${id}-hint`}
                  checked={isOn}
                  disabled={disabled}
                  onCheckedChange={(checked) => set(kind, { isOn: checked })}
                />
                <div className="min-w-0">
                  <Label size="small" weight="plus" htmlFor={id}>
                    {say(`mails.kinds.${kind}.label`)}
                  </Label>
                  <Text size="small" className="text-ui-fg-subtle" id={`${id}-hint`}>
                    {say(`mails.kinds.${kind}.hint`)}
                  </Text>
                </div>
              </div>
              <div className="flex flex-wrap items-center gap-2">
                {isOn && (
                  <div className="w-full md:w-72">
                    <Input
                      size="small"
                      aria-label={`${say(`mails.kinds.${kind}.label`)}: ${say("mails.template")}`}
                      aria-invalid={refused}
                      placeholder={say("mails.ownWords")}
                      autoComplete="off"
                      spellCheck={false}
                      value={template}
                      disabled={disabled}
                      onChange={(event) => set(kind, { template: event.target.value })}
                    />
                  </div>
                )}
                <Button
                  type="button"
                  size="small"
                  variant="secondary"
                  aria-label={`${say("mails.preview")}: ${say(`mails.kinds.${kind}.label`)}`}
                  onClick={() => setShown(kind)}
                >
                  {say("mails.preview")}
                </Button>
                <SampleButton kind={kind} />
              </div>
            </li>
          )
        })}
      </ul>
      {shown && <MailPreview kind={shown} close={() => setShown(null)} />}
    </div>
  )
}

/** What keeps every mail from being sent. */
function Notices({ data, isNoneOn }: { data: AdminMailsResponse | undefined; isNoneOn: boolean }) {
  const { say } = useWords()
  return (
    <>
      {isNoneOn && (
        <InlineTip variant="info" label={say("mails.nothingSent")}>
          {say("mails.nothingSentHint")}
        </InlineTip>
      )}
      {data?.has_provider === false && (
        <InlineTip variant="warning" label={say("mails.noProvider")}>
          {say("mails.noProviderHint")}
        </InlineTip>
      )}
    </>
  )
}

function SampleButton({ kind }: { kind: MailKind }) {
  const { say, language } = useWords()
  const { mutate, isPending } = useSampleMail()
  const send = () =>
    mutate(
      { kind, language },
      {
        onSuccess: ({ to }) => toast.success(say("mails.sampleSent", { to })),
        onError: (error) => toast.error(error.message),
      },
    )
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      aria-label={`${say("mails.sample")}: ${say(`mails.kinds.${kind}.label`)}`}
      isLoading={isPending}
      onClick={send}
    >
      {say("mails.sample")}
    </Button>
  )
}
