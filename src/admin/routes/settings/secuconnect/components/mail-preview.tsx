import { XMark } from "@medusajs/icons"
import { Button, Drawer, IconButton, Kbd, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import type { MailKind } from "../../../../../http-types"
import { LoadFailed } from "../../../../components/load-failed"
import { useWords } from "../../../../lib/use-words"
import { useMails } from "../lib/use-mails"

const LANGUAGES = ["de", "en"] as const

/** A mail in the plugin's own words, as HTML and as text. */
export function MailPreview({ kind, close }: { kind: MailKind; close: () => void }) {
  const { say, language } = useWords()
  const [shown, setShown] = useState(language.startsWith("de") ? "de" : "en")
  const { data, error, refetch } = useMails(shown)
  const mail = data?.mails.find((found) => found.kind === kind)
  return (
    <Drawer open onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Drawer.Content aria-describedby={undefined}>
        <div className="flex items-start justify-between gap-x-4 border-b px-6 py-4">
          <Drawer.Title>{say(`mails.kinds.${kind}.label`)}</Drawer.Title>
          <div className="flex items-center gap-x-2">
            <Kbd>esc</Kbd>
            <Drawer.Close asChild>
              <IconButton
                type="button"
                size="small"
                variant="transparent"
                aria-label={say("common.close")}
              >
                <XMark />
              </IconButton>
            </Drawer.Close>
          </div>
        </div>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto px-6 py-4" tabIndex={0}>
          <Select value={shown} onValueChange={setShown}>
            <Select.Trigger aria-label={say("settings.fields.language.label")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {LANGUAGES.map((one) => (
                <Select.Item key={one} value={one}>
                  {say(`settings.options.${one}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {mail && (
            <>
              <Text size="small" weight="plus" className="break-words">
                {mail.subject}
              </Text>
              <iframe
                sandbox=""
                title={say("mails.preview")}
                srcDoc={mail.html}
                className="shadow-borders-base h-[36rem] w-full shrink-0 rounded-lg bg-white"
              />
              <Text size="small" weight="plus">
                {say("mails.asText")}
              </Text>
              <pre className="bg-ui-bg-subtle txt-small whitespace-pre-wrap break-words rounded-lg p-4">
                {mail.text}
              </pre>
            </>
          )}
          {error && !data ? <LoadFailed error={error} retry={refetch} /> : null}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small">{say("common.close")}</Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
