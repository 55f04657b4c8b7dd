import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, InlineTip } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"
import { Connection } from "./components/connection"
import { Overview } from "./components/overview"
import { SettingsForm } from "./components/settings-form"
import { TestPayment } from "./components/test-payment"
import { useSettings } from "./lib/use-settings"

/** Settings → secuconnect. */
function SettingsPage() {
  const { say } = useWords()
  const { data, error, refetch, isFetching } = useSettings()
  if (error && !data) {
    return (
      <Container className="flex flex-col items-start gap-y-3">
        <InlineTip variant="error" label={say("common.loadFailed")}>
          {error.message}
        </InlineTip>
        <Button size="small" variant="secondary" onClick={() => void refetch()}>
          {say("common.tryAgain")}
        </Button>
      </Container>
    )
  }
  if (!data) return <Container className="h-96 animate-pulse" aria-busy={isFetching} />
  return (
    <div id="secuconnect-settings" className="flex flex-col gap-y-3">
      <Overview reply={data} />
      <Connection />
      <SettingsForm key={data.revision} reply={data} reload={refetch} />
      <TestPayment />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "secuconnect",
})

export default SettingsPage
