import { Badge, Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminSettingsResponse } from "../../../../../http-types"
import { formatTime } from "../../../../lib/format"
import { useWords } from "../../../../lib/use-words"
import { FIELDS } from "../lib/fields"

/** Where the shop is connected to, and who changed the settings last. */
export function Overview({ reply }: { reply: AdminSettingsResponse }) {
  const { say } = useWords()
  const named = reply.environment === "live" || reply.environment === "testing"
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{say("settings.title")}</Heading>
        <Text className="text-ui-fg-subtle" size="small">
          {say("settings.description")}
        </Text>
      </div>
      <Row label={say("settings.environment")}>
        {named && <Badge size="2xsmall">{reply.environment}</Badge>}
        <Text size="small" leading="compact" className="break-all">
          {reply.base_url}
        </Text>
      </Row>
      <Row label={say("settings.credentials")}>
        <Badge size="2xsmall" color={reply.credentials_present ? "green" : "red"}>
          {say(reply.credentials_present ? "settings.present" : "settings.missing")}
        </Badge>
      </Row>
      <Row label={say("settings.lastChange")}>
        <LastChange reply={reply} />
      </Row>
    </Container>
  )
}

function LastChange({
  reply: { changed_by, changed_at, changed },
}: {
  reply: AdminSettingsResponse
}) {
  const { say, language } = useWords()
  if (!changed_at) {
    return (
      <Text size="small" leading="compact">
        {say("settings.neverChanged")}
      </Text>
    )
  }
  const names = FIELDS.filter(({ name }) => changed.includes(name)).map(({ name }) =>
    say(`settings.fields.${name}.label`),
  )
  const values = {
    who: changed_by ?? say("settings.somebody"),
    when: formatTime(changed_at, language),
    what: names.join(", "),
  }
  return (
    <Text size="small" leading="compact">
      {say("settings.changed", values)}
    </Text>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle grid grid-cols-1 gap-1 px-6 py-4 md:grid-cols-2">
      <Text size="small" leading="compact" weight="plus">
        {label}
      </Text>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  )
}
