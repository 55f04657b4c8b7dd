import { Button, Container, Heading, InlineTip, StatusBadge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminConnectionCheck } from "../../../../../http-types"
import { methods } from "../../../../i18n/en/methods"
import { formatTime } from "../../../../lib/format"
import { isNameOf } from "../../../../lib/is-name-of"
import { useWords } from "../../../../lib/use-words"
import { hasText, type CheckCode } from "../lib/check-codes"
import { useConnectionTest } from "../lib/use-connection"

const COLORS = { ok: "green", warning: "orange", error: "red", unknown: "grey" } as const

/** Wallets that come with the card: brands, the same in every language. */
const BRANDS = { applepay: "Apple Pay", googlepay: "Google Pay" } as const

/** Checks everything that a payment needs; each result says what to do. */
export function Connection() {
  const { say } = useWords()
  const { mutate, isPending, data, error } = useConnectionTest()
  return (
    <Container id="secuconnect-connection" className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div className="min-w-0 flex-1">
          <Heading level="h2">{say("settings.connection.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {say("settings.connection.description")}
          </Text>
        </div>
        <Button size="small" variant="secondary" isLoading={isPending} onClick={() => mutate()}>
          {say("settings.connection.start")}
        </Button>
      </div>
      {error && (
        <div className="px-6 py-4">
          <InlineTip variant="error" label={say("settings.connection.failed")}>
            {error.message}
          </InlineTip>
        </div>
      )}
      {data && (
        <ul className="divide-y" aria-live="polite">
          {data.checks.map((check, nth) => (
            <Result key={`${check.id}-${String(nth)}`} check={check} />
          ))}
        </ul>
      )}
    </Container>
  )
}

function Result({ check }: { check: AdminConnectionCheck }) {
  const { say } = useWords()
  const code: CheckCode = hasText(check.code) ? check.code : "other"
  const values = useDetail(check)
  return (
    <li className="flex flex-col-reverse items-start justify-between gap-2 px-6 py-4 md:flex-row">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {say(`settings.connection.checks.${code}`, values)}
        </Text>
        {values["cause"] && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {values["cause"]}
          </Text>
        )}
        {code === "regions_none" && (
          <Link to="/settings/regions" className="text-ui-fg-base underline txt-small">
            {say("settings.connection.toRegions")}
          </Link>
        )}
      </div>
      <StatusBadge color={COLORS[check.state]} className="shrink-0">
        {say(`settings.connection.states.${check.state}`)}
      </StatusBadge>
    </li>
  )
}

/** What the sentence needs, as text in the dashboard's language. */
function useDetail({ detail, code }: AdminConnectionCheck): Record<string, string> {
  const { say, language } = useWords()
  const nameOf = (method: string) => {
    if (isNameOf(BRANDS, method)) return BRANDS[method]
    return isNameOf(methods, method) ? say(`methods.${method}`) : method
  }
  const entries = Object.entries(detail).map(([name, value]) => {
    if (name === "methods" && Array.isArray(value)) {
      return [name, value.map(nameOf).join(", ")] as const
    }
    if (Array.isArray(value)) return [name, value.join(", ")] as const
    if (name === "at" && typeof value === "string") {
      return [name, formatTime(value, language)] as const
    }
    const text = String(value ?? "")
    return [name, name === "method" ? nameOf(text) : text] as const
  })
  return { ...Object.fromEntries(entries), code }
}
