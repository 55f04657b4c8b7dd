import { Button, Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { useWords } from "../../../../lib/use-words"
import { useTestPayment } from "../lib/use-connection"

/** A payment of one euro in test mode, to see the payment page with the saved settings. */
export function TestPayment() {
  const { say, language } = useWords()
  const { mutate, isPending, data, error } = useTestPayment()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div className="min-w-0 flex-1">
          <Heading level="h2">{say("settings.testPayment.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {say("settings.testPayment.description")}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() => mutate(language)}
        >
          {say("settings.testPayment.start")}
        </Button>
      </div>
      {(error ?? data) && (
        <div className="px-6 py-4" aria-live="polite">
          {error && (
            <InlineTip variant="error" label={say("settings.testPayment.failed")}>
              {error.message}
            </InlineTip>
          )}
          {data && (
            <a
              href={data.test_payment.checkout_url ?? undefined}
              target="_blank"
              rel="noreferrer"
              className="text-ui-fg-base underline txt-small-plus break-all"
            >
              {say("settings.testPayment.open", { stx: data.test_payment.stx_id ?? "" })}
            </a>
          )}
        </div>
      )}
    </Container>
  )
}
